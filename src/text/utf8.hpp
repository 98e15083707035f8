// Reading UTF-8 one sequence at a time.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace faktum {

// A code point, or a maximal subpart of an ill-formed sequence, which reads as U+FFFD.
struct Utf8Sequence {
  char32_t code_point = 0;
  std::size_t size = 0;  // bytes, at least 1
  bool valid = false;
};

// The sequence that begins at byte `at`, which lies inside the text. Standard: Unicode 15, 3.9,
// table 3-7 (well-formed sequences) and "U+FFFD Substitution of Maximal Subparts".
[[nodiscard]] constexpr Utf8Sequence utf8_sequence(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  if (first < 0xC2 || first > 0xF4) return {0xFFFD, 1, false};

  const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  constexpr std::array<unsigned char, 5> kPayload = {0, 0, 0x1F, 0x0F, 0x07};
  char32_t code_point = first & kPayload[size];
  // The second byte's range keeps out overlong forms, surrogates and what lies beyond U+10FFFF.
  unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  for (std::size_t i = 1; i < size; ++i) {
    if (at + i >= text.size()) return {0xFFFD, i, false};
    const auto next = static_cast<unsigned char>(text[at + i]);
    if (next < low || next > high) return {0xFFFD, i, false};
    code_point = (code_point << 6) | (next & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {code_point, size, true};
}

[[nodiscard]] constexpr bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

// Where the sequence begins that ends at byte `at` of valid UTF-8; `at` is not 0.
[[nodiscard]] constexpr std::size_t sequence_before(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (is_continuation(text[at]));
  return at;
}

}  // namespace faktum
