#include "text/characters.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>

#include "text/utf8.hpp"

namespace faktum {
namespace {

constexpr char32_t kSoftHyphen = 0xAD;
constexpr char32_t kRightQuote = 0x2019;

constexpr std::uint32_t kWordMask = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_NL_MASK;

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

bool is_word_character(char32_t c) {
  if (is_ascii(c)) return is_letter(c) || is_digit(c) || c == U'_';
  return c == kSoftHyphen || (U_GET_GC_MASK(icu(c)) & kWordMask) != 0;
}

// The marks that join the digits of a number: 30.000, 1,5, 14:30, 1'500.
bool joins_digits(char32_t c) {
  return c == U'.' || c == U',' || c == U':' || c == U'\'' || c == kRightQuote;
}

}  // namespace

namespace icu_says {

char32_t code_point_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  for (int steps = 0; steps < 3 && begin > 0 && is_continuation(text[begin]); ++steps) --begin;
  const Utf8Sequence sequence = utf8_sequence(text, begin);
  return begin + sequence.size == at ? sequence.code_point : 0xFFFD;
}

bool is_letter(char32_t c) { return u_isalpha(icu(c)) != 0; }
bool is_digit(char32_t c) { return u_isdigit(icu(c)) != 0; }
bool is_upper(char32_t c) { return u_isUUppercase(icu(c)) != 0; }
bool is_lower(char32_t c) { return u_isULowercase(icu(c)) != 0; }
bool is_space(char32_t c) { return c == 0xFEFF || u_isUWhiteSpace(icu(c)) != 0; }

}  // namespace icu_says

bool is_word_edge(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const char32_t before = code_point_before(text, at);
  if (is_ascii(before) && is_letter(before) && is_ascii(static_cast<unsigned char>(text[at]))) {
    return !is_word_character(static_cast<unsigned char>(text[at]));
  }
  const char32_t after = code_point_at(text, at);
  const bool word_before = is_word_character(before);
  const bool word_after = is_word_character(after);
  if (word_before && word_after) return false;
  if (joins_digits(after) && is_digit(before)) {
    return !is_digit(code_point_at(text, at + utf8_sequence(text, at).size));
  }
  if (joins_digits(before) && is_digit(after)) {
    return !is_digit(code_point_before(text, sequence_before(text, at)));
  }
  return true;
}

void lower_bytes(std::span<char> text) {
  unsigned char any = 0;
  for (char& c : text) {
    any |= static_cast<unsigned char>(c);
    c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 0x20 : 0));
  }
  if (any < 0x80) return;
  // In UTF-8, U+00C0 to U+00DE are C3 80 to C3 9E; their small letters are 0x20 further on.
  constexpr char kLatin1Lead = '\xC3';
  constexpr unsigned char kMultiplicationSign = 0x97;
  const std::string_view lowered(text.data(), text.size());
  for (std::size_t at = lowered.find(kLatin1Lead); at != lowered.npos && at + 1 < text.size();
       at = lowered.find(kLatin1Lead, at + 1)) {
    const auto byte = static_cast<unsigned char>(text[at + 1]);
    if (byte >= 0x80 && byte <= 0x9E && byte != kMultiplicationSign) {
      text[at + 1] = static_cast<char>(byte + 0x20);
    }
  }
}

bool capitalize(std::string& word) {
  std::string capital = word;
  char& letter = capital.size() > 1 && is_continuation(capital[1]) ? capital[1] : capital[0];
  letter = static_cast<char>(letter - 0x20);
  std::string small = capital;
  lower_bytes(small);
  if (small != word || capital == small) return false;
  word = std::move(capital);
  return true;
}

void lower_in_place(std::string_view text, std::string& out) {
  out.assign(text);
  lower_bytes(out);
}

std::string lower_in_place(std::string_view text) {
  std::string out;
  lower_in_place(text, out);
  return out;
}

Lowered::Lowered(std::string_view text) {
  if (text.size() > here_.size()) {
    lower_in_place(text, elsewhere_);
    view_ = elsewhere_;
    return;
  }
  std::copy(text.begin(), text.end(), here_.begin());
  lower_bytes({here_.data(), text.size()});
  view_ = {here_.data(), text.size()};
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

}  // namespace faktum
