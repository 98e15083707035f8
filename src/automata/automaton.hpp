// A deterministic automaton over the classes of characters, and how it runs.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "automata/alphabet.hpp"
#include "faktum/fact.hpp"
#include "match/array.hpp"

namespace faktum {

// The classes of a text's bytes; views an Alphabet::classify() result.
using Classes = std::span<const CharClass>;

// State 0 leads nowhere. That a match ends is known a character later, when an assertion at its end
// (\b) can be answered.
// Immutable once made; safe to share between threads.
class Automaton {
 public:
  static constexpr std::size_t no_match = static_cast<std::size_t>(-1);

  [[nodiscard]] bool empty() const { return narrow_.empty() && wide_.empty(); }

  // Where the longest match ends that begins at `window.begin` and lies in the window, whose ends
  // are the text's ends to the pattern. `begin` may lie inside the window.
  [[nodiscard]] std::size_t longest_from(Classes text, Span window, std::size_t begin) const;

  // Whether a match begins where the window does.
  [[nodiscard]] bool begins(Classes text, Span window) const;

  // Of a backward automaton: whether a match ends where the window does.
  [[nodiscard]] bool ends(Classes text, Span window) const;

  // By distance, the classes that begins() or ends() may read so near to where it starts and still
  // find a match; text_edge stands for all that lies behind the window's other end, too.
  static constexpr std::size_t near = 3;
  using NearClasses = std::array<std::bitset<256>, near>;
  [[nodiscard]] NearClasses classes_near() const;
  [[nodiscard]] static NearClasses any_near();

  // A search for all places in a window where a match begins.
  struct Search {
    Span window;
    std::size_t least_end = 0;        // lies in the window; no match is known to end before
    std::vector<std::size_t> begins;  // found, the last first
  };

  // Of a searching backward automaton. Does some searches side by side: a step of one waits for the
  // memory that the step before it asked for, and there is time for the others.
  void find_begins(std::span<Search> searches, Classes text) const;

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(column_of_);
    part(word_columns_);
    part(columns_);
    part(start_);
    part(first_matching_);
    part(narrow_);
    part(wide_);
  }

 private:
  friend class AutomatonMaker;

  // What a run has just passed, as far as assertions ask.
  enum class Side : std::uint8_t { edge, word, other };

  [[nodiscard]] Side side_of(CharClass passed) const {
    return column_of_[passed] < word_columns_ ? Side::word : Side::other;
  }
  struct Lane;

  // Calls `run(table)` with the table that there is.
  template <typename Run>
  auto on_table(Run run) const {
    return narrow_.empty() ? run(wide_.data()) : run(narrow_.data());
  }

  template <typename State, std::size_t... I>
  void walk(const State* table, std::index_sequence<I...>, std::span<Lane> lanes, Classes text,
            std::size_t steps) const;
  template <typename State>
  void finish(const State* table, Lane lane, Classes text) const;
  template <typename State>
  void find_begins(const State* table, std::span<Search> searches, Classes text) const;

  [[nodiscard]] std::uint16_t start(Side passed) const {
    return start_[static_cast<std::size_t>(passed)];
  }
  template <typename State>
  [[nodiscard]] std::uint16_t step(const State* table, std::uint16_t state, CharClass of) const {
    return table[static_cast<std::size_t>(state) * columns_ + column_of_[of]];
  }
  [[nodiscard]] bool matched(std::uint16_t state) const { return state >= first_matching_; }

  Array<std::uint8_t> column_of_;  // by class
  std::uint8_t word_columns_ = 0;  // the first ones; none where nothing asks for them
  std::uint8_t columns_ = 0;
  std::array<std::uint16_t, 3> start_{};  // by Side
  std::uint16_t first_matching_ = 0;      // this one and all behind it
  // The next state by state and column, in one byte where that is enough: then more of it stays in
  // the processor's caches.
  Array<std::uint8_t> narrow_;
  Array<std::uint16_t> wide_;
};

}  // namespace faktum
