#include "values/number.hpp"

#include <array>
#include <charconv>
#include <cstdint>
#include <string>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "values/number_words.hpp"

namespace faktum {
namespace {

constexpr int max_digits = 18;  // always fits a long long

// The digits of a number in figures, and where its signs stand among them.
struct Figures {
  std::string digits;
  char separator = 0;               // '.' or ',': the last of them
  std::size_t separators = 0;       // how many like the last one
  std::size_t others = 0;           // how many of the other
  std::size_t after_separator = 0;  // digits after the last
  bool even_groups = true;          // three digits stand after every sign but perhaps the last
  bool spaced = false;              // thousands by space or apostrophe
};

bool groups_only(char32_t c) { return is_space(c) || c == U'\'' || c == U'\u2019'; }

std::optional<Figures> read_figures(std::string_view text) {
  Figures out;
  std::size_t group = 0;  // digits since the last sign
  char32_t last_sign = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size, valid] = utf8_sequence(text, at);
    if (c >= U'0' && c <= U'9') {
      out.digits += text[at];
      ++group;
      ++at;
      continue;
    }
    const bool decimal_or_group = c == U'.' || c == U',';
    if ((!decimal_or_group && !groups_only(c)) || group == 0) return std::nullopt;
    // Before the first sign one to three digits may stand, afterwards three.
    if (last_sign == 0 ? group > 3 : group != 3) out.even_groups = false;
    if (decimal_or_group) {
      const char sign = text[at];
      if (out.separator != 0 && sign != out.separator) {
        if (out.others != 0) return std::nullopt;
        out.others = out.separators;
        out.separators = 0;
      }
      out.separator = sign;
      ++out.separators;
    } else {
      if (out.separator != 0) return std::nullopt;
      out.spaced = true;
    }
    last_sign = c;
    group = 0;
    at += size;
  }
  if (group == 0) return std::nullopt;
  out.after_separator = group;
  if (last_sign != 0 && groups_only(last_sign) && group != 3) return std::nullopt;
  return out;
}

// How many of the last digits stand after the decimal sign; nothing where the signs contradict.
std::optional<std::size_t> decimals_of(const Figures& figures, Comma comma) {
  if (figures.separator == 0) {
    if (!figures.even_groups) return std::nullopt;
    return 0;
  }
  const std::size_t after = figures.after_separator;
  if (figures.others != 0 || figures.spaced) {  // 1.500,00 and 40 000,50
    if (figures.separators != 1 || !figures.even_groups) return std::nullopt;
    return after;
  }
  if (figures.separators > 1) {  // 1.500.000
    if (!figures.even_groups || after != 3) return std::nullopt;
    return 0;
  }
  const bool german_decimal = comma == Comma::decimal && figures.separator == ',';
  const bool groups =
      after == 3 && figures.even_groups && figures.digits.front() != '0' && !german_decimal;
  return groups ? 0 : after;
}

std::optional<Decimal> parse_figures(std::string_view text, Comma comma) {
  // "20,-", "499.–": a dash for the missing cents.
  for (const std::string_view dashes : {"--", "-", "–", "—"}) {
    if (!text.ends_with(dashes)) continue;
    text.remove_suffix(dashes.size());
    if (!text.ends_with('.') && !text.ends_with(',')) return std::nullopt;
    text.remove_suffix(1);
    break;
  }
  const auto figures = read_figures(text);
  if (!figures || figures->digits.size() > max_digits) return std::nullopt;
  const auto decimals = decimals_of(*figures, comma);
  if (!decimals) return std::nullopt;
  Decimal out;
  const std::string& digits = figures->digits;
  std::from_chars(digits.data(), digits.data() + digits.size(), out.digits);
  out.exponent = -static_cast<int>(*decimals);
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(code_point_at(text, 0))) {
    text.remove_prefix(utf8_sequence(text, 0).size);
  }
  while (!text.empty() && is_space(code_point_before(text, text.size()))) {
    while (is_continuation(text.back())) text.remove_suffix(1);
    text.remove_suffix(1);
  }
  return text;
}

// Takes a sign off the front: -1 for minus (hyphen, U+2212, or an en dash used as one).
int take_sign(std::string_view& text) {
  for (const std::string_view minus : {"-", "−", "–"}) {
    if (text.starts_with(minus)) {
      text.remove_prefix(minus.size());
      return -1;
    }
  }
  if (text.starts_with('+')) text.remove_prefix(1);
  return 1;
}

}  // namespace

double Decimal::to_double() const {
  // from_chars rounds correctly, which repeated multiplication by ten does not.
  std::array<char, 48> buffer{};
  char* const end = buffer.data() + buffer.size();
  char* at = std::to_chars(buffer.data(), end, digits).ptr;
  *at++ = 'e';
  at = std::to_chars(at, end, exponent).ptr;
  double out = 0;
  std::from_chars(buffer.data(), at, out);
  return out;
}

std::optional<Decimal> parse_number(std::string_view text, Comma comma) {
  text = trimmed(text);
  const int sign = take_sign(text);
  if (text.empty()) return std::nullopt;
  const bool figures = text.front() >= '0' && text.front() <= '9';
  auto number = figures ? parse_figures(text, comma) : parse_number_word(text);
  if (number) number->digits *= sign;
  return number;
}

std::optional<int> scale_exponent(std::string_view word) {
  word = trimmed(word);
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word == "billion") return 9;
  if (word == "trillion") return 12;
  if (word == "k" || word == "T") return 3;
  if (word == "m" || word == "M") return 6;
  if (word == "B") return 9;
  struct Scale {
    std::string_view word;
    int exponent;
  };
  static constexpr std::array<Scale, 25> scales = {{
      {"cent", -2},     {"tausend", 3},    {"tsd", 3},         {"mio", 6},       {"mill", 6},
      {"million", 6},   {"millionen", 6},  {"mrd", 9},         {"mia", 9},       {"md", 9},
      {"milliarde", 9}, {"milliarden", 9}, {"bn", 9},          {"bio", 12},      {"bill", 12},
      {"billion", 12},  {"billionen", 12}, {"lakh", 5},        {"lakhs", 5},     {"crore", 7},
      {"crores", 7},    {"billiarde", 15}, {"billiarden", 15}, {"trillion", 18}, {"trillionen", 18},
  }};
  const Lowered lowered(word);
  for (const Scale& scale : scales) {
    if (scale.word == lowered.view()) return scale.exponent;
  }
  return std::nullopt;
}

}  // namespace faktum
