#include "input/dateline.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "input/dateline_patterns.hpp"
#include "text/characters.hpp"
#include "text/composition.hpp"
#include "text/function_words.hpp"
#include "text/re2.hpp"
#include "text/words.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

using namespace dateline;

constexpr int max_lines = 12;
constexpr std::size_t max_head_bytes = 120;  // names and labels before the date
constexpr std::size_t max_line_bytes = 400;  // a dateline stands at the begin of a longer line

using DateGroups = std::array<re2::StringPiece, 13>;  // of date_pattern()

std::optional<Date> date_of(const DateGroups& groups) {
  static constexpr std::array<std::pair<std::string_view, unsigned>, 18> months = {{{"Jan", 1},
                                                                                    {"Jän", 1},
                                                                                    {"Feb", 2},
                                                                                    {"Mar", 3},
                                                                                    {"Mär", 3},
                                                                                    {"Mrz", 3},
                                                                                    {"Apr", 4},
                                                                                    {"Mai", 5},
                                                                                    {"May", 5},
                                                                                    {"Jun", 6},
                                                                                    {"Jul", 7},
                                                                                    {"Aug", 8},
                                                                                    {"Sep", 9},
                                                                                    {"Okt", 10},
                                                                                    {"Oct", 10},
                                                                                    {"Nov", 11},
                                                                                    {"Dez", 12},
                                                                                    {"Dec", 12}}};
  const auto number = [&](std::size_t group) {
    int value = 0;
    for (const char c : view(groups[group])) value = value * 10 + (c - '0');
    return value;
  };
  const auto date = [](int year, unsigned month, int day) {
    return make_date(year, month, static_cast<unsigned>(day));
  };
  if (!groups[1].empty()) return date(number(1), static_cast<unsigned>(number(2)), number(3));
  if (!groups[4].empty()) {
    const int century = groups[6].size() == 4 ? 0 : 2000;
    return date(century + number(6), static_cast<unsigned>(number(5)), number(4));
  }
  for (const auto& [name, month] : months) {
    if (name == view(groups[8])) return date(number(9), month, number(7));
    if (name == view(groups[10])) return date(number(12), month, number(11));
  }
  return std::nullopt;
}

bool whole(std::string_view text, const RE2& pattern) {
  return RE2::FullMatch(piece(text), pattern);
}

bool begins(std::string_view text, const RE2& pattern) {
  return pattern.Match(piece(text), 0, text.size(), RE2::ANCHOR_START, nullptr, 0);
}

// "LAS VEGAS, ", "Frankfurt am Main (dpa), ", "Die Zeitung, Sonntag, ": capitalised words, not the
// begin of a sentence such as "Am Montag, ".
bool is_place(std::string_view before) {
  static constexpr std::array<std::string_view, 7> small_words = {"am", "an", "der", "ob",
                                                                  "im", "of", "den"};
  static constexpr std::array<std::string_view, 15> sentence_words = {
      "Am",  "Ab",  "Bis", "Seit", "Vom", "Zum", "Im", "In",
      "Der", "Den", "Die", "Nach", "Vor", "Mit", "Und"};
  const auto contains = [](const auto& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  int words = 0;
  while (!before.empty()) {
    const std::string_view word = before.substr(0, before.find_first_of(" \t,/"));
    before.remove_prefix(std::min(before.size(), word.size() + 1));
    if (word.empty() || word == "-" || word == "–" || word == "—") continue;
    if (word.ends_with(':')) return false;  // "Verkaufsstart: "
    ++words;
    const bool capitalised = is_upper(code_point_at(word, 0)) || word.front() == '(';
    if (!capitalised && !(words > 1 && contains(small_words, word))) return false;
    if (words == 1 && contains(sentence_words, word)) return false;
  }
  return words >= 1 && words <= 8;
}

bool is_year_first(std::string_view date) {
  return std::all_of(date.begin(), date.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
}

// "Die Messe beginnt am 3. Mai 2024, 10:00 Uhr" is a sentence.
bool ends_with_small_word(std::string_view before) {
  const std::size_t end = skip_spaces_back(before, before.size(), 0);
  return contains_lowered(kLeadOn, word_before(before, end));
}

// What stands behind the last bar or dot of "36Kr | Autor Wang · Redakteurin Li ".
std::string_view last_part(std::string_view before) {
  for (const std::string_view bar : {"|", "·", "•"}) {
    const std::size_t at = before.rfind(bar);
    if (at != std::string_view::npos) before.remove_prefix(at + bar.size());
  }
  return before;
}

// What costs least to ask comes first: a pattern is compiled when it is asked.
bool is_dateline(std::string_view before, std::string_view date, std::string_view after) {
  if (is_year_first(date) && begins(after, clock_pattern())) return true;
  const bool bracket = before.find_first_of("[(") != std::string_view::npos;
  if (bracket && whole(before, bracket_pattern()) && begins(after, closing_pattern())) return true;
  const bool ends = begins(after, end_pattern());
  if (ends || begins(after, head_pattern())) {
    if (is_place(last_part(before)) && (ends || !ends_with_small_word(before))) return true;
    if (whole(before, bar_pattern()) || whole(before, head_label_pattern())) return true;
  }
  if (begins(after, clock_at_end_pattern()) && whole(before, name_pattern()) &&
      !ends_with_small_word(before)) {
    return true;
  }
  const bool short_head = before.size() <= max_head_bytes;
  if (ends) {
    if (whole(before, dash_pattern())) return true;
    if (short_head && whole(before, byline_pattern())) return true;
    if (short_head && whole(before, label_after_comma_pattern())) return true;
  } else if (begins(after, end_or_dash_pattern())) {
    if (whole(before, bar_pattern()) || is_place(before)) return true;
  } else if (begins(after, full_stop_pattern()) && is_place(before)) {
    const std::size_t last = before.find_last_not_of(" \t");
    if (last != std::string_view::npos && before[last] == ',') return true;
  }
  return whole(before, label_pattern()) || (short_head && whole(before, inner_label_pattern()));
}

// A date has four digits at least: 1.5.24.
bool has_date_digits(std::string_view line) {
  return std::ranges::count_if(line, [](char c) { return c >= '0' && c <= '9'; }) >= 4;
}

std::optional<Date> dateline_in(std::string_view line) {
  if (!has_date_digits(line)) return std::nullopt;
  DateGroups groups;
  std::size_t from = 0;
  while (date_pattern().Match(piece(line), from, line.size(), RE2::UNANCHORED, groups.data(),
                              static_cast<int>(groups.size()))) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - line.data());
    const std::size_t end = begin + groups[0].size();
    if (const auto date = date_of(groups);
        date && is_dateline(line.substr(0, begin), view(groups[0]), line.substr(end))) {
      return date;
    }
    from = end;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> find_dateline(std::string_view text) {
  for (int lines = 0; lines < max_lines && !text.empty();) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    ++lines;
    std::size_t size = std::min(line.size(), max_line_bytes);
    while (size < line.size() && (static_cast<unsigned char>(line[size]) & 0xC0U) == 0x80U) --size;
    line = line.substr(0, size);
    const auto composed = Composition::of(line);
    if (const auto date = dateline_in(composed ? composed->text() : line)) return date;
  }
  return std::nullopt;
}

std::optional<Date> parse_written_date(std::string_view text) {
  if (const auto date = parse_iso_date(text)) return date;
  DateGroups groups;
  if (!date_pattern().Match(piece(text), 0, text.size(), RE2::ANCHOR_START, groups.data(),
                            static_cast<int>(groups.size())) ||
      !whole(text.substr(groups[0].size()), time_pattern())) {
    return std::nullopt;
  }
  return date_of(groups);
}

}  // namespace faktum
