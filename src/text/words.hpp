// Looking at the words and marks around a place, without going far: each look is bounded, so that
// whoever looks at every place of a text still takes linear time.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "text/word_table.hpp"

namespace faktum {

inline constexpr std::size_t kLongestWord = 40;  // bytes; longer than any table's word

// The run of letters that begins or ends at `at`, cut at kLongestWord.
[[nodiscard]] std::string_view word_at(std::string_view text, std::size_t at);
[[nodiscard]] std::string_view word_before(std::string_view text, std::size_t at);

// Behind the opening quotes, brackets and dashes that stand at `at`, and spaces between them.
[[nodiscard]] std::size_t skip_opening(std::string_view text, std::size_t at);

// Where the white space that ends at `at` begins, but not before `least`.
[[nodiscard]] std::size_t skip_spaces_back(std::string_view text, std::size_t at,
                                           std::size_t least);

[[nodiscard]] constexpr bool has_digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

[[nodiscard]] constexpr std::size_t digits_end(std::string_view text, std::size_t at) {
  while (has_digit_at(text, at)) ++at;
  return at;
}

// Whether a letter that stands alone ends at `at`: "J", but not the end of "SN40L".
[[nodiscard]] bool is_initial(std::string_view text, std::size_t at);

// Whether a name or sentence can begin at `at`: with a capital or caseless letter, or a small one
// that a capital follows ("iPhone").
[[nodiscard]] bool begins_capital(std::string_view text, std::size_t at);

// Whether a capitalised function word stands at `at`: "Die", but not "DIE" or "Die-".
[[nodiscard]] bool opens_sentence(std::string_view text, std::size_t at);

// Whether a word ends at `at` to which scraping glued the next one: "NvidiaDas", "H100sind".
[[nodiscard]] bool is_glued(std::string_view text, std::size_t at);

// Whether scraping glued the name or number that begins at `at` to a small word or a maker before
// it: "mitSnapdragon", "scheiterteAnfang", "ab2028", "NVIDIAH100".
[[nodiscard]] bool is_glued_before(std::string_view text, std::size_t at);

// Whether a word begins or ends at `at`: at its edge, or where scraping glued another to it.
[[nodiscard]] bool is_word_begin(std::string_view text, std::size_t at);
[[nodiscard]] bool is_word_end(std::string_view text, std::size_t at);

// Whether the table holds the word with its first letter small.
template <std::size_t N>
[[nodiscard]] bool contains_lowered(const WordTable<N>& table, std::string_view word) {
  std::array<char, kLongestWord> lowered{};
  if (word.empty() || word.size() > lowered.size()) return false;
  std::copy(word.begin(), word.end(), lowered.begin());
  if (lowered[0] >= 'A' && lowered[0] <= 'Z') {
    lowered[0] = static_cast<char>(lowered[0] + ('a' - 'A'));
  } else if (word.starts_with("Ä") || word.starts_with("Ö") || word.starts_with("Ü")) {
    lowered[1] = static_cast<char>(lowered[1] + 0x20);
  }
  return table.contains({lowered.data(), word.size()});
}

}  // namespace faktum
