// Which of many patterns may match beside a name, told by the nearest bytes alone.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "automata/automaton.hpp"
#include "match/array.hpp"

namespace faktum {

// Immutable once made; safe to share between threads.
class NeighbourFilter {
 public:
  // What must stand before and behind a name; null: anything.
  struct Neighbours {
    const Automaton* before;  // a backward one
    const Automaton* after;
  };

  NeighbourFilter() = default;
  explicit NeighbourFilter(std::span<const Neighbours> patterns);

  [[nodiscard]] bool empty() const { return words_ == 0; }

  // Calls `f(i)` for each that may match at the name, which lies in the window, and maybe for some
  // that do not.
  template <typename F>
  void each_possible(Classes text, Span window, Span name, F f) const {
    std::array<std::size_t, 2 * Automaton::near> rows;
    for (std::size_t i = 0; i < Automaton::near; ++i) {
      rows[i] = row_of(i, name.begin > window.begin + i ? text[name.begin - 1 - i] : text_edge);
      rows[Automaton::near + i] =
          row_of(Automaton::near + i, name.end + i < window.end ? text[name.end + i] : text_edge);
    }
    for (std::size_t word = 0; word < words_; ++word) {
      std::uint64_t possible = ~std::uint64_t{0};
      for (const std::size_t row : rows) possible &= bits_[row + word];
      for (; possible != 0; possible &= possible - 1) {
        f(word * 64 + static_cast<std::size_t>(std::countr_zero(possible)));
      }
    }
  }

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(words_);
    part(bits_);
  }

 private:
  static constexpr std::size_t classes = 256;

  [[nodiscard]] std::size_t row_of(std::size_t place, CharClass of) const {
    return (place * classes + of) * words_;
  }

  std::uint32_t words_ = 0;    // of a row: a bit for each pattern
  Array<std::uint64_t> bits_;  // rows by place (the nearest before, ..., behind) and class
};

}  // namespace faktum
