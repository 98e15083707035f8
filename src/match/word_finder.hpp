// The words of a text, found by their bytes: a first guess that costs little.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "faktum/fact.hpp"
#include "text/ascii.hpp"
#include "text/byte_marks.hpp"

namespace faktum {

// Bytes of words: ASCII letters and digits, and all of UTF-8 but the blocks of Latin-1 signs (C2),
// of punctuation (E2) and of East Asian punctuation (E3, with kana, and EF, with wide letters).
// is_word_edge() judges.
inline constexpr unsigned char lead_signs = 0xC2;        // with one byte behind it
inline constexpr unsigned char lead_punctuation = 0xE2;  // with two, as the next
inline constexpr unsigned char lead_asian = 0xE3;
inline constexpr unsigned char lead_wide = 0xEF;

inline auto are_three_byte_signs(Bytes16 c) {
  return (c == lead_punctuation) | (c == lead_asian) | (c == lead_wide);
}

inline auto are_word_bytes(Bytes16 c) {
  return is_between(c | 0x20, 'a', 'z') | is_between(c, '0', '9') |
         ((c >= 0x80) & (c != lead_signs) & ~are_three_byte_signs(c));
}

constexpr bool is_word_byte(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         (c >= 0x80 && c != lead_signs && c != lead_punctuation && c != lead_asian &&
          c != lead_wide);
}

// Whether a small letter and a capital meet at `at`.
[[nodiscard]] inline bool is_border(std::string_view text, std::size_t at) {
  return (is_ascii_lower(text[at]) && is_ascii_upper(text[at - 1])) ||
         (is_ascii_upper(text[at]) && is_ascii_lower(text[at - 1]));
}

// The length of a word's bytes from `at`.
[[nodiscard]] inline std::size_t word_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word_byte(static_cast<unsigned char>(text[end]))) ++end;
  return end - at;
}

// The words of a text, one behind the other.
class WordFinder {
 public:
  explicit WordFinder(std::string_view text) : text_(text) { mark(); }

  bool next(Span& word) {
    while (begins_ == 0) {
      block_ += ByteBlock::size;
      if (block_ >= text_.size()) return false;
      mark();
    }
    const int bit = std::countr_zero(begins_);
    begins_ &= begins_ - 1;
    const int size = std::countr_one(bytes_ >> bit);
    word.begin = block_ + static_cast<std::size_t>(bit);
    word.end = word.begin + static_cast<std::size_t>(size);
    crosses_ = static_cast<std::size_t>(bit) + static_cast<std::size_t>(size) == ByteBlock::size;
    if (crosses_) word.end += word_length(text_, word.end);
    return true;
  }

  // Whether two words may be glued in the word returned last: "NvidiaDas", "TSMCdie".
  [[nodiscard]] bool may_be_glued(Span word) const {
    if (!crosses_ && !holds_inner_capital(word)) return false;
    for (std::size_t at = word.begin + 2; at < word.end; ++at) {
      if (is_border(text_, at)) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool holds_inner_capital(Span word) const {
    const std::uint64_t behind_first = capitals_ >> (word.begin - block_) >> 1;
    return (behind_first & ((std::uint64_t{1} << (word.size() - 1)) - 1)) != 0;
  }

  void mark() {
    const ByteBlock block(text_, block_);
    bytes_ = block.marks(are_word_bytes);
    capitals_ = block.marks([](Bytes16 c) { return is_between(c, 'A', 'Z'); });
    const std::uint64_t signs =
        block.marks([](Bytes16 c) { return (c == lead_signs) | are_three_byte_signs(c); });
    if ((signs | trailing_) != 0) {
      const std::uint64_t three = block.marks([](Bytes16 c) { return are_three_byte_signs(c); });
      bytes_ &= ~(signs << 1 | three << 2 | trailing_);
      trailing_ = signs >> 63 | three >> 62;
    }
    begins_ = bytes_ & ~(bytes_ << 1 | (inside_ ? 1 : 0));
    inside_ = bytes_ >> 63 != 0;
  }

  std::string_view text_;
  std::size_t block_ = 0;
  std::uint64_t bytes_ = 0;     // of words, by place in the block
  std::uint64_t begins_ = 0;    // of words that next() has not returned
  std::uint64_t capitals_ = 0;  // ASCII
  std::uint64_t trailing_ = 0;  // bytes of the next block that belong to a sign of this one
  bool inside_ = false;         // whether a word goes on into the next block
  bool crosses_ = false;        // whether the word returned last does
};

}  // namespace faktum
