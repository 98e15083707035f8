// Characters and word edges in UTF-8, by ICU's properties.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace faktum {

// The code point that begins at / ends before byte `at`; U+0000 at the text's borders.
[[nodiscard]] char32_t code_point_at(std::string_view text, std::size_t at);
[[nodiscard]] char32_t code_point_before(std::string_view text, std::size_t at);

[[nodiscard]] bool is_letter(char32_t);
[[nodiscard]] bool is_digit(char32_t);
[[nodiscard]] bool is_upper(char32_t);
[[nodiscard]] bool is_lower(char32_t);
[[nodiscard]] bool is_space(char32_t);  // White_Space, and U+00A0, U+202F, U+2007, U+FEFF

// Whether a word may begin or end at byte `at`: not between two letters or digits, and not inside
// a number ("12.05.2023", "30.000", "1,5" hold none).
[[nodiscard]] bool is_word_edge(std::string_view text, std::size_t at);

// Lower case with every byte kept in its place: ASCII and Latin-1 letters only.
[[nodiscard]] std::string lower_in_place(std::string_view text);
void lower_in_place(std::string_view text, std::string& out);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

}  // namespace faktum
