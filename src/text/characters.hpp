// Characters and word edges in UTF-8, by ICU's properties.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "text/utf8.hpp"

namespace faktum {

// Beyond ASCII, as ICU has it.
namespace icu_says {
[[nodiscard]] bool is_letter(char32_t);
[[nodiscard]] bool is_digit(char32_t);
[[nodiscard]] bool is_upper(char32_t);
[[nodiscard]] bool is_lower(char32_t);
[[nodiscard]] bool is_space(char32_t);
[[nodiscard]] char32_t code_point_before(std::string_view text, std::size_t at);
}  // namespace icu_says

[[nodiscard]] constexpr bool is_ascii(char32_t c) { return c < 0x80; }

// The code point that begins at / ends before byte `at`; U+0000 at the text's borders.
[[nodiscard]] inline char32_t code_point_at(std::string_view text, std::size_t at) {
  return at < text.size() ? utf8_sequence(text, at).code_point : 0;
}
[[nodiscard]] inline char32_t code_point_before(std::string_view text, std::size_t at) {
  if (at == 0 || at > text.size()) return 0;
  const auto byte = static_cast<unsigned char>(text[at - 1]);
  return is_ascii(byte) ? byte : icu_says::code_point_before(text, at);
}

[[nodiscard]] inline bool is_letter(char32_t c) {
  return is_ascii(c) ? (c | 0x20) - U'a' < 26 : icu_says::is_letter(c);
}
[[nodiscard]] inline bool is_digit(char32_t c) {
  return is_ascii(c) ? c - U'0' < 10 : icu_says::is_digit(c);
}
[[nodiscard]] inline bool is_upper(char32_t c) {
  return is_ascii(c) ? c - U'A' < 26 : icu_says::is_upper(c);
}
[[nodiscard]] inline bool is_lower(char32_t c) {
  return is_ascii(c) ? c - U'a' < 26 : icu_says::is_lower(c);
}
// White_Space, and U+00A0, U+202F, U+2007, U+FEFF
[[nodiscard]] inline bool is_space(char32_t c) {
  return is_ascii(c) ? c == U' ' || c - U'\t' < 5 : icu_says::is_space(c);
}

// Whether a word may begin or end at byte `at`: not between two letters or digits, and not inside
// a number ("12.05.2023", "30.000", "1,5" hold none).
[[nodiscard]] bool is_word_edge(std::string_view text, std::size_t at);

// Lower case with every byte kept in its place: ASCII and Latin-1 letters only.
void lower_bytes(std::span<char> text);

// Makes the first letter a capital; false where it is no small letter of ASCII or Latin-1.
bool capitalize(std::string& word);
void lower_in_place(std::string_view text, std::string& out);
[[nodiscard]] std::string lower_in_place(std::string_view text);

// The same of a short text, without allocation while it has at most 80 bytes.
class Lowered {
 public:
  explicit Lowered(std::string_view text);
  Lowered(const Lowered&) = delete;
  Lowered& operator=(const Lowered&) = delete;
  Lowered(Lowered&&) = delete;
  Lowered& operator=(Lowered&&) = delete;
  ~Lowered() = default;

  [[nodiscard]] std::string_view view() const { return view_; }

 private:
  std::array<char, 80> here_;
  std::string elsewhere_;
  std::string_view view_;
};

[[nodiscard]] std::size_t count_code_points(std::string_view text);

}  // namespace faktum
