#include "match/literal_automaton.hpp"

#include <algorithm>
#include <compare>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "text/ascii.hpp"

namespace faktum {
namespace {

using Numbers = std::vector<std::uint32_t>;

// The byte that stands for a class: the digit 0, a space, one of the signs that literals seldom
// have, and of the trailing bytes of UTF-8 those that end alike, so that a capital of Latin-1 is in
// its small letter's.
unsigned char representative(unsigned byte) {
  constexpr std::string_view seldom = "!\"#&'()*:;<=>?@[\\]^_`{|}~";
  if (byte >= '0' && byte <= '9') return '0';
  if (byte >= '\t' && byte <= '\r') return ' ';
  if (byte >= 0x80 && byte <= 0xBF) return static_cast<unsigned char>(0x80 | byte % 16);
  if (seldom.find(static_cast<char>(byte)) != seldom.npos) return '!';
  return static_cast<unsigned char>(byte);
}

// The classes of bytes that the literals tell apart; 0 is that of all others.
class ByteClasses {
 public:
  ByteClasses(const std::vector<std::string>& literals, std::span<const std::uint32_t> which) {
    for (const std::uint32_t index : which) {
      for (const char c : literals[index]) {
        std::uint8_t& known = of_[representative(static_cast<unsigned char>(c))];
        if (known == 0) known = static_cast<std::uint8_t>(count_++);
      }
    }
    for (unsigned byte = 0; byte < of_.size(); ++byte) {
      const auto small = static_cast<unsigned char>(ascii_lower(static_cast<char>(byte)));
      const std::uint8_t own = of_[representative(byte)];
      of_[byte] = own != 0 ? own : of_[representative(small)];
      small_of_[of_[byte]] = of_[small];
    }
  }

  [[nodiscard]] const std::array<std::uint8_t, 256>& of_bytes() const { return of_; }
  [[nodiscard]] std::uint32_t count() const { return count_; }
  [[nodiscard]] std::uint8_t of(char c) const { return of_[static_cast<unsigned char>(c)]; }
  // That of the small letter, for which a text may have the capital.
  [[nodiscard]] std::uint8_t small_of(std::uint8_t of_capital) const {
    return small_of_[of_capital];
  }

 private:
  std::array<std::uint8_t, 256> of_{};
  std::array<std::uint8_t, 256> small_of_{};
  std::uint32_t count_ = 1;
};

// The literals by their beginnings.
class Trie {
 public:
  Trie(const std::vector<std::string>& literals, std::span<const std::uint32_t> which,
       const ByteClasses& classes) {
    for (const std::uint32_t index : which) {
      std::uint32_t node = 0;
      for (const char c : literals[index]) node = child(node, classes.of(c));
      nodes_[node].literals.push_back(index);
    }
  }

  struct Node {
    std::map<std::uint8_t, std::uint32_t> children;  // by class
    Numbers literals;                                // that end here
  };
  [[nodiscard]] const Node& operator[](std::uint32_t node) const { return nodes_[node]; }

 private:
  std::uint32_t child(std::uint32_t node, std::uint8_t of) {
    const auto next = static_cast<std::uint32_t>(nodes_.size());
    const auto [at, is_new] = nodes_[node].children.try_emplace(of, next);
    const std::uint32_t found = at->second;
    if (is_new) nodes_.emplace_back();
    return found;
  }

  std::vector<Node> nodes_{1};
};

// A state is all the longest beginnings that the text may end with (as a letter of a literal may
// stand for two of the text, there may be several), together with its failure state: that of the
// shorter ones.
class States {
 public:
  States(const Trie& trie, const ByteClasses& classes, LiteralAutomaton::Search search)
      : trie_(trie), classes_(classes), search_(search) {
    if (search == LiteralAutomaton::Search::at_begin) add({}, 0);  // that of runs that are over
    start_ = add({0}, 0);
    // States are numbered by depth, so that a failure state is complete before it is asked.
    for (std::uint32_t state = 0; state < states_.size(); ++state) add_row(state);
  }

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(states_.size()); }
  [[nodiscard]] std::uint32_t start() const { return start_; }
  [[nodiscard]] std::uint32_t next(std::uint32_t state, std::uint8_t of) const {
    return next_[std::size_t{state} * classes_.count() + of];
  }
  // The literals that end there.
  [[nodiscard]] const Numbers& literals(std::uint32_t state) const { return literals_[state]; }

 private:
  struct State {
    Numbers beginnings;  // nodes of one depth, sorted
    std::uint32_t failure;

    auto operator<=>(const State&) const = default;
  };

  std::uint32_t add(Numbers beginnings, std::uint32_t failure) {
    const auto [at, is_new] = numbers_.try_emplace({std::move(beginnings), failure}, count());
    if (!is_new) return at->second;
    states_.push_back(&at->first);
    Numbers literals = failure == at->second ? Numbers() : literals_[failure];
    for (const std::uint32_t node : at->first.beginnings) {
      literals.insert(literals.end(), trie_[node].literals.begin(), trie_[node].literals.end());
    }
    literals_.push_back(std::move(literals));
    return at->second;
  }

  void add_row(std::uint32_t state) {
    const std::uint32_t failure = states_[state]->failure;
    const bool falls_to_first = state == 0 || search_ == LiteralAutomaton::Search::at_begin;
    for (std::uint32_t c = 0; c < classes_.count(); ++c) {
      const auto of = static_cast<std::uint8_t>(c);
      const std::uint32_t fallback = falls_to_first ? 0 : next(failure, of);
      Numbers longer = longer_beginnings(states_[state]->beginnings, of);
      next_.push_back(longer.empty() ? fallback : add(std::move(longer), fallback));
    }
  }

  [[nodiscard]] Numbers longer_beginnings(const Numbers& beginnings, std::uint8_t of) const {
    Numbers longer;
    for (const std::uint32_t node : beginnings) {
      const auto& children = trie_[node].children;
      for (const std::uint8_t letter : std::set{of, classes_.small_of(of)}) {
        if (const auto child = children.find(letter); child != children.end()) {
          longer.push_back(child->second);
        }
      }
    }
    std::ranges::sort(longer);
    return longer;
  }

  const Trie& trie_;
  const ByteClasses& classes_;
  LiteralAutomaton::Search search_;
  std::map<State, std::uint32_t> numbers_;
  std::vector<const State*> states_;  // in numbers_
  std::vector<Numbers> literals_;     // by state
  Numbers next_;                      // states times classes
  std::uint32_t start_;
};

// How often the states are visited in the sample.
Numbers visits_of(const States& states, const ByteClasses& classes, LiteralAutomaton::Search search,
                  std::string_view sample) {
  Numbers visits(states.count(), 0);
  const auto step = [&](std::uint32_t& state, char c) {
    state = states.next(state, classes.of(c));
    ++visits[state];
  };
  std::uint32_t state = states.start();
  for (std::size_t at = 0; at < sample.size(); ++at) {
    step(state, sample[at]);
    if (search == LiteralAutomaton::Search::anywhere) continue;
    for (std::size_t end = at + 1; state != 0 && end < sample.size(); ++end) {
      step(state, sample[end]);
    }
    state = states.start();
  }
  return visits;
}

}  // namespace

LiteralAutomaton::LiteralAutomaton(const std::vector<std::string>& literals,
                                   std::span<const std::uint32_t> which, Search search,
                                   std::string_view sample) {
  const ByteClasses classes(literals, which);
  class_of_ = classes.of_bytes();
  classes_ = classes.count();
  for (const std::uint32_t index : which) {
    longest_ = std::max(longest_, static_cast<std::uint32_t>(literals[index].size()));
  }
  const Trie trie(literals, which, classes);
  const States states(trie, classes, search);
  const Numbers visits = visits_of(states, classes, search, sample);
  // The first state stays the first; those that the sample does not visit stay by depth.
  Numbers busy_first(states.count());
  std::iota(busy_first.begin(), busy_first.end(), 0U);
  std::stable_sort(busy_first.begin() + 1, busy_first.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return visits[a] > visits[b]; });

  // The states that end no literal come first, busy ones first in both parts.
  Numbers number(states.count());
  for (const std::uint32_t state : busy_first) {
    if (states.literals(state).empty()) number[state] = silent_states_++;
  }
  std::uint32_t loud = silent_states_;
  std::vector<Numbers> endings;
  for (const std::uint32_t state : busy_first) {
    if (states.literals(state).empty()) continue;
    number[state] = loud++;
    endings.push_back(states.literals(state));
  }
  Numbers next(std::size_t{states.count()} * classes_);
  for (std::uint32_t state = 0; state < states.count(); ++state) {
    for (std::uint32_t c = 0; c < classes_; ++c) {
      next[std::size_t{number[state]} * classes_ + c] =
          number[states.next(state, static_cast<std::uint8_t>(c))];
    }
  }
  if (states.count() <= 0x10000) {
    narrow_ = Array<std::uint16_t>(std::vector<std::uint16_t>(next.begin(), next.end()));
  } else {
    wide_ = Array<std::uint32_t>(std::move(next));
  }
  start_ = number[states.start()];
  literals_ = Rows<std::uint32_t>(endings);
}

}  // namespace faktum
