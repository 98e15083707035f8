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

#include "match/array.hpp"

namespace faktum {

// An Aho-Corasick automaton (Aho and Corasick 1975, "Efficient string matching: an aid to
// bibliographic search") over classes of bytes: a letter and its capital are one class (ASCII and
// Latin-1), all digits are another, so are spaces, and most signs. Bytes beyond ASCII share a class
// though they mean different things, so a hit says "perhaps" and no hit says "no". Built once by
// its constructor, then safe to share between threads.
class Prefilter {
 public:
  Prefilter() = default;

  // Literals are folded (fold.hpp), not empty, far shorter than most_steps, and need not differ.
  // What `sample` visits most lies together in memory.
  explicit Prefilter(const std::vector<std::string>& literals, std::string_view sample = {});

  // What scan() works with: one per thread.
  class Scratch;

  // Literals that end at one place of a text are an ending, a number below this.
  [[nodiscard]] std::size_t endings() const { return literals_.size(); }

  // Indexes of the literals of an ending.
  [[nodiscard]] std::span<const std::uint32_t> literals(std::uint32_t ending) const {
    return literals_[ending];
  }

  // Calls `hit(ending, byte offset)` for each place of `text` where literals end, in their order.
  template <typename Hit>
  void scan(std::string_view text, Scratch& scratch, Hit hit) const {
    if (!narrow_.empty()) {
      walk(narrow_.data(), text, scratch, hit);
    } else if (!wide_.empty()) {
      walk(wide_.data(), text, scratch, hit);
    }
  }

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(class_of_);
    part(classes_);
    part(longest_);
    part(silent_states_);
    part(narrow_);
    part(wide_);
    part(literals_);
  }

 private:
  static constexpr std::size_t lanes = 6;
  static constexpr std::size_t most_steps = 1024;  // of a lane

  template <typename State>
  [[nodiscard]] std::uint32_t step(const State* next, std::uint32_t state, char byte) const {
    return next[state * classes_ + class_of_[static_cast<unsigned char>(byte)]];
  }

  // Each step waits for a state that the one before it loads, so that a processor has time for
  // several: parts of the text are walked side by side, each into the next one until its state is
  // right there.
  template <typename State, typename Hit>
  void walk(const State* next, std::string_view text, Scratch& scratch, Hit hit) const;

  std::array<std::uint8_t, 256> class_of_{};
  std::uint32_t classes_ = 1;
  std::uint32_t longest_ = 0;        // literal, in bytes
  std::uint32_t silent_states_ = 0;  // states below end no literal
  // The next state, states times classes; the busy ones lie together. In two bytes where that is
  // enough: then more of it stays in the processor's caches.
  Array<std::uint16_t> narrow_;
  Array<std::uint32_t> wide_;
  Rows<std::uint32_t> literals_;  // by ending: the state from silent_states_ on
};

class Prefilter::Scratch {
 private:
  friend class Prefilter;

  struct Seen {  // a state that ends literals
    std::uint32_t state;
    std::uint32_t end;  // from the lane's begin
  };

  std::array<std::array<Seen, most_steps + 1>, lanes> seen_;
};

template <typename State, typename Hit>
void Prefilter::walk(const State* next, std::string_view text, Scratch& scratch, Hit hit) const {
  for (std::size_t done = 0; done < text.size();) {
    // From here on the state at `done` is right.
    const std::size_t from = done - std::min<std::size_t>(done, longest_);
    const std::size_t size =
        std::min(lanes * (most_steps - longest_) + longest_, text.size() - from);
    const std::size_t alone =
        (std::max<std::size_t>(size, longest_) - longest_ + lanes - 1) / lanes;
    const std::size_t steps = std::min(alone + longest_, size);
    std::array<std::uint32_t, lanes> states{};
    std::array<std::size_t, lanes> begins{};
    std::array<std::size_t, lanes> counts{};
    // The last lanes of a short text begin earlier, so that all take as many steps.
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      begins[lane] = from + std::min(lane * alone, size - steps);
    }
    for (std::uint32_t i = 0; i < steps; ++i) {
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        states[lane] = step(next, states[lane], text[begins[lane] + i]);
        scratch.seen_[lane][counts[lane]] = {states[lane], i + 1};
        counts[lane] += states[lane] >= silent_states_ ? 1U : 0U;
      }
    }
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      for (std::size_t i = 0; i < counts[lane]; ++i) {
        const auto [state, steps_to_end] = scratch.seen_[lane][i];
        const std::size_t end = begins[lane] + steps_to_end;
        if (end > done) hit(state - silent_states_, end);
      }
      done = begins[lane] + steps;
    }
  }
}

}  // namespace faktum
