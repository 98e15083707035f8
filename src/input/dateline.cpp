#include "input/dateline.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/characters.hpp"
#include "text/re2.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

constexpr int max_lines = 12;
constexpr std::size_t max_line_bytes = 400;  // a dateline stands at the begin of a longer line

// The pattern with its shorthands written out: `_` is space of any kind (RE2's \s is ASCII), which
// may be missing; `~` the same, at least one; `<weekday>`, `<time>` as named.
std::string expand(std::string_view pattern) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> shorthands = {{
      {"<weekday>",
       "(?:(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|"
       "M[oO]|D[iI]|M[iI]|D[oO]|F[rR]|S[aA]|S[oO])[.]?,?_)?"},
      {"<time>",
       R"((?:(?:T|,?_(?:um|ab|–|-|/|[|])?_)\d{1,2}[:.]\d{2}(?::\d{2}(?:[.]\d+)?)?)"
       R"((?:Z|[+-]\d{2}:?\d{2})?(?:_(?:Uhr|h\b))?(?:_(?:MESZ|MEZ|CEST|CET|UTC|GMT))?)?)"},
      {"~", R"([\s\x{A0}\x{2007}\x{202F}]+)"},
      {"_", R"([\s\x{A0}\x{2007}\x{202F}]*)"},
  }};
  std::string result(pattern);
  for (const auto& [name, meaning] : shorthands) {
    for (std::size_t at = 0; (at = result.find(name, at)) != std::string::npos;) {
      result.replace(at, name.size(), meaning);
      at += name.starts_with('<') ? 0 : meaning.size();
    }
  }
  return result;
}

struct Pattern : RE2 {
  explicit Pattern(std::string_view pattern) : RE2(expand(pattern), Quiet) {}
};

// Each pattern is compiled when the first line asks for it.

// 1 to 3 year, month, day; 4 to 6 day, month, year; 7 to 9 day, name of the month, year.
const RE2& date_pattern() {
  static const Pattern pattern(
      R"((?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})[.]_(\d{1,2})[.]_(\d{4}|\d{2})|)"
      R"((\d{1,2})[.]_(J[aä]n|Feb|M[aä]r|Mrz|Apr|Ma[iy]|Jun|Jul|Aug|Sep|Okt|Nov|Dez))"
      R"((?:uar|ner|ruar|z|il|i|ust|t|tember|ober|ember)?[.]?_(\d{4})))");
  return pattern;
}

// What may follow the date: a time of day, and then the end of its part of the line ...
const RE2& end_pattern() {
  static const Pattern pattern(R"(<time>_[.)\]]?_(?:$|[|·•]))");
  return pattern;
}

// ... or a dash before the text.
const RE2& end_or_dash_pattern() {
  static const Pattern pattern(R"(<time>_(?:\([^()]{2,40}\)_)?(?:$|[|·•]|(?:--?|–|—|:)(?:~|$)))");
  return pattern;
}

// ... or, behind a place and its comma, the full stop of a sentence of its own.
const RE2& full_stop_pattern() {
  static const Pattern pattern("[.](?:~|$)");
  return pattern;
}

const RE2& time_pattern() {
  static const Pattern pattern("<time>_");
  return pattern;
}

// What may stand before it: the begin of its part of the line, a dash, a label, an author.
const RE2& bar_pattern() {
  static const Pattern pattern(R"((?:.*[|·•])?_[(\[]?<weekday>)");
  return pattern;
}

const RE2& dash_pattern() {
  static const Pattern pattern(R"(.*~(?:-|–|—)_<weekday>)");
  return pattern;
}

constexpr std::string_view label =
    R"(_(?i:Stand|Datum|Ver(?:ö|oe)ffentlicht|Ver(?:ö|oe)ffentlichung|)"
    R"(Erschienen|Erscheinungsdatum|Publiziert|Publikationsdatum|Online~seit|)"
    R"((?:(?:Zuletzt|Letzte)~)?Aktualisier(?:t|ung)|Published|Date|Update))"
    R"((?:~(?i:am|vom|on))?_:?_<weekday>)";

const RE2& label_pattern() {
  static const Pattern pattern(std::string("(?:.*[|·•–(])?").append(label));
  return pattern;
}

// "Analyse, veröffentlicht am 15. April 2025": in a running sentence the line goes on.
const RE2& label_after_comma_pattern() {
  static const Pattern pattern(std::string("[^.,]{1,80},").append(label));
  return pattern;
}

const RE2& byline_pattern() {
  static const Pattern pattern(
      R"(_(?:Von|VON|Text:?|Autor(?:in)?:?|By)~\p{Lu}[^|]{1,80}?(?:,_|~)(?:am~)?<weekday>)");
  return pattern;
}

std::optional<Date> date_of(const std::array<re2::StringPiece, 10>& groups) {
  static constexpr std::array<std::pair<std::string_view, unsigned>, 16> months = {{{"Jan", 1},
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
                                                                                    {"Nov", 11},
                                                                                    {"Dez", 12}}};
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
    if (word.empty()) continue;
    ++words;
    const bool capitalised = is_upper(code_point_at(word, 0)) || word.front() == '(';
    if (!capitalised && !(words > 1 && contains(small_words, word))) return false;
    if (words == 1 && contains(sentence_words, word)) return false;
  }
  return words >= 1 && words <= 8;
}

bool is_dateline(std::string_view before, std::string_view after) {
  if (begins(after, end_pattern())) {
    if (whole(before, bar_pattern()) || is_place(before)) return true;
    if (whole(before, dash_pattern()) || whole(before, byline_pattern())) return true;
    if (whole(before, label_after_comma_pattern())) return true;
  } else if (begins(after, end_or_dash_pattern())) {
    if (whole(before, bar_pattern()) || is_place(before)) return true;
  } else if (begins(after, full_stop_pattern()) && is_place(before)) {
    const std::size_t last = before.find_last_not_of(" \t");
    if (last != std::string_view::npos && before[last] == ',') return true;
  }
  return whole(before, label_pattern());
}

// A date has four digits at least: 1.5.24.
bool has_date_digits(std::string_view line) {
  return std::ranges::count_if(line, [](char c) { return c >= '0' && c <= '9'; }) >= 4;
}

std::optional<Date> dateline_in(std::string_view line) {
  if (!has_date_digits(line)) return std::nullopt;
  std::array<re2::StringPiece, 10> groups;
  std::size_t from = 0;
  while (date_pattern().Match(piece(line), from, line.size(), RE2::UNANCHORED, groups.data(),
                              static_cast<int>(groups.size()))) {
    const auto begin = static_cast<std::size_t>(groups[0].data() - line.data());
    const std::size_t end = begin + groups[0].size();
    if (const auto date = date_of(groups);
        date && is_dateline(line.substr(0, begin), line.substr(end))) {
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
    if (const auto date = dateline_in(line.substr(0, size))) return date;
  }
  return std::nullopt;
}

std::optional<Date> parse_written_date(std::string_view text) {
  if (const auto date = parse_iso_date(text)) return date;
  std::array<re2::StringPiece, 10> groups;
  if (!date_pattern().Match(piece(text), 0, text.size(), RE2::ANCHOR_START, groups.data(),
                            static_cast<int>(groups.size())) ||
      !whole(text.substr(groups[0].size()), time_pattern())) {
    return std::nullopt;
  }
  return date_of(groups);
}

}  // namespace faktum
