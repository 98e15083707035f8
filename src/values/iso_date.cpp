#include "values/iso_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace faktum {
namespace {

void append_padded(std::string& out, unsigned number, std::size_t width) {
  std::array<char, 10> digits;
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  const auto size = static_cast<std::size_t>(written.ptr - digits.data());
  out.append(width - std::min(width, size), '0').append(digits.data(), size);
}

std::optional<unsigned> parse_digits(std::string_view text) {
  unsigned number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

}  // namespace

std::string to_iso(Date date) {
  std::string text;
  append_padded(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
  text += '-';
  append_padded(text, static_cast<unsigned>(date.month()), 2);
  text += '-';
  append_padded(text, static_cast<unsigned>(date.day()), 2);
  return text;
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  return make_date(static_cast<int>(*year), *month, *day);
}

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  const Date date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace faktum
