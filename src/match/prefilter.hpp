// Finds the literals of all rules in one pass over the text.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/literal_automaton.hpp"
#include "text/byte_marks.hpp"

namespace faktum {

// Most literals begin with a capital, which one byte of a dozen is: these are looked for there
// only, the others everywhere. Built once by its constructor, then safe to share between threads.
class Prefilter {
 public:
  Prefilter() = default;

  static constexpr std::size_t most_after_capital = 16;

  // Literals as for LiteralAutomaton, but with capitals only where they begin with one and are no
  // longer than most_after_capital bytes; the others are far shorter than most_steps.
  explicit Prefilter(const std::vector<std::string>& literals, std::string_view sample = {});

  // What scan() works with: one per thread.
  class Scratch;

  // See LiteralAutomaton.
  [[nodiscard]] std::size_t endings() const { return at_capitals_.endings() + anywhere_.endings(); }
  [[nodiscard]] std::span<const std::uint32_t> literals(std::uint32_t ending) const {
    const auto first = static_cast<std::uint32_t>(at_capitals_.endings());
    return ending < first ? at_capitals_.literals(ending) : anywhere_.literals(ending - first);
  }

  // Calls `hit(ending, at, end)` for each place of `text` where literals end, with the byte offset
  // of a byte of theirs, in the order of that.
  template <typename Hit>
  void scan(std::string_view text, Scratch& scratch, Hit hit) const;

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(at_capitals_);
    part(anywhere_);
  }

 private:
  // Each step of an automaton waits for a state that the one before it loads, so that a processor
  // has time for several runs side by side.
  static constexpr std::size_t lanes = 6;
  static constexpr std::size_t most_steps = 1024;  // of a lane
  static constexpr std::size_t capital_lanes = 4;

  // A stretch of the text in parts for the lanes, each of which goes on into the next one until its
  // state is right there; `done` is where the first one's is right.
  struct Parts {
    Parts(std::string_view text, std::size_t done, std::size_t longest);

    [[nodiscard]] std::size_t end() const { return begins.back() + steps; }

    std::array<std::size_t, lanes> begins{};
    std::size_t steps;
  };

  template <typename State>
  void walk(const State* table, std::string_view text, const Parts& of, Scratch& scratch) const;
  template <typename State, typename Capitals>
  void follow(const State* table, std::string_view text, Capitals& capitals, std::size_t end,
              Scratch& scratch) const;

  LiteralAutomaton at_capitals_;
  LiteralAutomaton anywhere_;
};

class Prefilter::Scratch {
 private:
  friend class Prefilter;

  struct Seen {  // a state that ends literals
    std::uint32_t state;
    std::uint32_t steps;  // of its lane, up to there
  };
  struct AtCapital {
    std::uint32_t ending;
    std::size_t at;
    std::size_t end;
  };

  std::array<std::array<Seen, most_steps + 1>, lanes> seen_;
  std::array<std::size_t, lanes> counts_;
  std::vector<AtCapital> at_capitals_;
};

template <typename Hit>
void Prefilter::scan(std::string_view text, Scratch& scratch, Hit hit) const {
  MarkFinder capitals(text, [](Bytes16 c) { return is_between(c, 'A', 'Z'); });
  const auto first = static_cast<std::uint32_t>(at_capitals_.endings());
  for (std::size_t done = 0; done < text.size();) {
    const Parts parts(text, done, anywhere_.longest());
    scratch.counts_.fill(0);
    anywhere_.on_table([&](const auto* table) { walk(table, text, parts, scratch); });
    scratch.at_capitals_.clear();
    at_capitals_.on_table(
        [&](const auto* table) { follow(table, text, capitals, parts.end(), scratch); });
    auto at_capital = scratch.at_capitals_.begin();
    const auto hit_before = [&](std::size_t end) {
      for (; at_capital != scratch.at_capitals_.end() && at_capital->at < end; ++at_capital) {
        hit(at_capital->ending, at_capital->at, at_capital->end);
      }
    };
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      for (std::size_t i = 0; i < scratch.counts_[lane]; ++i) {
        const auto [state, steps] = scratch.seen_[lane][i];
        const std::size_t end = parts.begins[lane] + steps;
        if (end <= done) continue;
        hit_before(end);
        hit(first + anywhere_.ending(state), end - 1, end);
      }
      done = parts.begins[lane] + parts.steps;
    }
    hit_before(done);
  }
}

template <typename State>
void Prefilter::walk(const State* table, std::string_view text, const Parts& of,
                     Scratch& scratch) const {
  std::array<std::uint32_t, lanes> states{};
  std::array<std::size_t, lanes> counts{};
  for (std::uint32_t i = 0; i < of.steps; ++i) {
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      states[lane] = anywhere_.step(table, states[lane], text[of.begins[lane] + i]);
      scratch.seen_[lane][counts[lane]] = {states[lane], i + 1};
      counts[lane] += anywhere_.ends_literals(states[lane]) ? 1U : 0U;
    }
  }
  scratch.counts_ = counts;
}

template <typename State, typename Capitals>
void Prefilter::follow(const State* table, std::string_view text, Capitals& capitals,
                       std::size_t end, Scratch& scratch) const {
  std::array<std::array<Scratch::Seen, most_after_capital + 1>, capital_lanes> seen;
  while (capitals.at() < end) {
    // Lanes without a capital of their own take the first one's.
    std::array<std::size_t, capital_lanes> begins;
    begins.fill(capitals.at());
    const std::size_t steps = std::min(at_capitals_.longest(), text.size() - begins[0]);
    std::size_t busy = 0;
    while (busy < capital_lanes && capitals.at() < end && capitals.at() + steps <= text.size()) {
      begins[busy++] = capitals.at();
      capitals.advance();
    }
    std::array<std::uint32_t, capital_lanes> states;
    states.fill(at_capitals_.start());
    std::array<std::size_t, capital_lanes> counts{};
    for (std::uint32_t i = 0; i < steps; ++i) {
      for (std::size_t lane = 0; lane < capital_lanes; ++lane) {
        states[lane] = at_capitals_.step(table, states[lane], text[begins[lane] + i]);
        seen[lane][counts[lane]] = {states[lane], i + 1};
        counts[lane] += at_capitals_.ends_literals(states[lane]) ? 1U : 0U;
      }
    }
    for (std::size_t lane = 0; lane < busy; ++lane) {
      for (std::size_t i = 0; i < counts[lane]; ++i) {
        const auto [state, taken] = seen[lane][i];
        scratch.at_capitals_.push_back(
            {at_capitals_.ending(state), begins[lane], begins[lane] + taken});
      }
    }
  }
}

}  // namespace faktum
