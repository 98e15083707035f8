// The letters of all automata: classes of characters that no pattern tells apart.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

#include "automata/char_sets.hpp"
#include "match/array.hpp"

namespace faktum {

using CharClass = std::uint8_t;
// The bytes of a character behind its first: automata step over them, so that a class can be kept
// for every byte, and one automaton can read text in either direction.
constexpr CharClass inner_byte = 0;
constexpr CharClass text_edge = 255;  // no character: what lies before the text and behind it

// Immutable once made; safe to share between threads.
class Alphabet {
 public:
  Alphabet() = default;
  // Empty where the sets tell more than 254 classes apart.
  explicit Alphabet(const CharSets& sets);

  [[nodiscard]] bool empty() const { return pages_.empty(); }

  // Replaces `classes` by the class of each byte of `text`, which is valid UTF-8.
  void classify(std::string_view text, std::vector<CharClass>& classes) const;

  [[nodiscard]] CharClass class_of(char32_t c) const {
    return c < 128 ? ascii_[c] : pages_[page_of_[c / page_size] * page_size + c % page_size];
  }

  // Whether a set of the CharSets holds a class.
  [[nodiscard]] bool holds(std::size_t set, CharClass of) const { return members_[set][of]; }

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(ascii_);
    part(page_of_);
    part(pages_);
    part(members_);
  }

 private:
  using ClassSet = std::bitset<256>;

  static constexpr std::size_t page_size = 64;

  static std::vector<CharClass> classes_of(const CharSets&, std::vector<ClassSet>& members);

  std::array<CharClass, 128> ascii_{};
  Array<std::uint16_t> page_of_;  // by code point / page_size, into pages_
  Array<CharClass> pages_;        // those that differ
  Array<ClassSet> members_;       // by set
};

}  // namespace faktum
