#include "values/date_reading.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "values/date_words.hpp"
#include "values/number.hpp"

namespace faktum {
namespace {

// Reads groups one by one and remembers whether one of them made no sense.
class GroupReader {
 public:
  GroupReader(const RuleMatch& match, std::string_view suffix, const WordTables& words)
      : match_(match), suffix_(suffix), words_(words) {}

  [[nodiscard]] std::string_view text(std::string_view name) const {
    return suffix_.empty() ? match_.group(name) : match_.group(std::string(name).append(suffix_));
  }

  // `read` makes the group's text an optional value.
  template <typename T, typename Read>
  void read(std::string_view name, std::optional<T>& to, Read read) {
    const std::string_view group = text(name);
    if (group.empty()) return;
    to = read(group);
    if (!to) valid_ = false;
  }

  void number(std::string_view name, WordGroup table, std::optional<int>& to) {
    read(name, to, [&](std::string_view group) { return number_of(words_, table, group); });
  }

  void deixis(std::string_view name, std::optional<int>& to) {
    number(name, WordGroup::deixis, to);
  }

  [[nodiscard]] bool valid() const { return valid_; }

 private:
  const RuleMatch& match_;
  std::string_view suffix_;
  const WordTables& words_;
  bool valid_ = true;
};

std::optional<int> read_year(std::string_view text, const WordTables& words) {
  while (!text.empty() && (text.front() < '0' || text.front() > '9')) text.remove_prefix(1);
  const auto year = number_of(words, WordGroup::ordinal, text);
  if (!year || text.size() > 2) return year;
  return *year < 70 ? 2000 + *year : 1900 + *year;
}

// "1990" and "90" -> 199, "2010" -> 201, "neunziger" by [words.decade].
std::optional<int> read_decade(std::string_view text, const WordTables& words) {
  const auto number = number_of(words, WordGroup::decade, text);
  if (!number || text.front() > '9') return number;
  if (*number % 10 != 0) return std::nullopt;
  return *number < 100 ? 190 + *number / 10 : *number / 10;
}

// "12-25" -> month and day, "easter-2", "easter+49" and "advent-7" -> days after these.
bool read_holiday(std::string_view key, DateReading& reading) {
  const auto number = [](std::string_view text) -> std::optional<int> {
    if (text.starts_with('+')) text.remove_prefix(1);
    int value = 0;
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data(), end, value).ptr != end) return std::nullopt;
    return value;
  };
  const auto counted_from = [&](std::string_view feast, std::optional<int>& days) {
    if (key.starts_with(feast)) days = key == feast ? 0 : number(key.substr(feast.size()));
    return days.has_value();
  };
  if (counted_from("easter", reading.days_after_easter)) return true;
  if (counted_from("advent", reading.days_after_advent)) return true;
  if (key.size() != 5) return false;
  reading.month = number(key.substr(0, 2));
  reading.day = number(key.substr(3));
  return reading.month && reading.day;
}

// "zwei" years, "anderthalb" years (18 months).
bool read_count(std::string_view count, std::string_view direction, DateReading& reading) {
  const auto number = parse_number(count);
  if (!number || !reading.unit) return false;
  double units = number->to_double();
  if (units != std::floor(units) && reading.unit == Grain::year) {
    units *= 12;
    reading.unit = Grain::month;
  }
  if (units != std::floor(units) || units < 0 || units > 10000) return false;
  reading.offset = static_cast<int>(units) * (direction == "-1" ? -1 : 1);
  return true;
}

}  // namespace

std::optional<Grain> grain_named(std::string_view name) {
  for (const Grain grain :
       {Grain::day, Grain::week, Grain::weekend, Grain::month, Grain::quarter, Grain::season,
        Grain::half_year, Grain::year, Grain::decade, Grain::century}) {
    if (name_of(grain) == name) return grain;
  }
  return std::nullopt;
}

std::optional<DateReading> read_date(const RuleMatch& match, std::string_view suffix,
                                     const WordTables& words) {
  DateReading reading;
  const auto is_read = [&](const auto& group) { return group.first.ends_with(suffix); };
  if (std::ranges::none_of(match.groups, is_read)) return reading;
  GroupReader groups(match, suffix, words);

  groups.number("day", WordGroup::ordinal, reading.day);
  groups.number("nth", WordGroup::ordinal, reading.nth);
  groups.number("quarter", WordGroup::ordinal, reading.quarter);
  groups.number("half", WordGroup::ordinal, reading.half);
  groups.number("week", WordGroup::ordinal, reading.week);
  groups.number("season", WordGroup::season, reading.season);
  groups.deixis("offset", reading.offset);
  groups.deixis("deixis", reading.offset);
  groups.deixis("year_deixis", reading.year_offset);
  groups.deixis("week_deixis", reading.week_offset);
  groups.read("month", reading.month,
              [&](std::string_view group) { return month_number(group, words); });
  groups.read("weekday", reading.weekday,
              [&](std::string_view group) { return weekday_number(group, words); });
  groups.read("year", reading.year,
              [&](std::string_view group) { return read_year(group, words); });
  groups.read("decade", reading.decade,
              [&](std::string_view group) { return read_decade(group, words); });
  groups.read("century", reading.century, [&](std::string_view group) -> std::optional<int> {
    const auto ordinal = number_of(words, WordGroup::ordinal, group);
    if (!ordinal) return std::nullopt;
    return *ordinal - 1;  // the 21st century is 20
  });
  if (reading.decade && reading.century) {
    reading.decade = *reading.century * 10 + *reading.decade % 10;
    reading.century.reset();
  }
  groups.read("unit", reading.unit, [&](std::string_view group) -> std::optional<Grain> {
    const auto name = key_of(words, WordGroup::date_unit, group);
    return name ? grain_named(*name) : std::nullopt;
  });
  if (const std::string_view holiday = groups.text("holiday"); !holiday.empty()) {
    const auto key = key_of(words, WordGroup::holiday, holiday);
    if (!key || !read_holiday(*key, reading)) return std::nullopt;
  }
  if (const std::string_view count = groups.text("count"); !count.empty()) {
    if (!read_count(count, groups.text("direction"), reading)) return std::nullopt;
  }
  if (!groups.valid()) return std::nullopt;
  return reading;
}

Grain grain_of(const DateReading& reading) {
  if (reading.unit && reading.day) return *reading.unit;
  if (reading.day || reading.weekday || reading.days_after_easter || reading.days_after_advent) {
    return Grain::day;
  }
  if (reading.nth && reading.unit) return *reading.unit;
  if (reading.month) return Grain::month;
  if (reading.week) return Grain::week;
  if (reading.quarter) return Grain::quarter;
  if (reading.season) return Grain::season;
  if (reading.half) return Grain::half_year;
  if (reading.unit) return *reading.unit;
  if (reading.decade) return Grain::decade;
  if (reading.century) return Grain::century;
  return Grain::year;
}

}  // namespace faktum
