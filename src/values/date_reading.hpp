// What the named groups of a date rule say, before the publication date comes in.
//
// The groups, each also with the suffix 2 for the end of an interval (day2, month2, year2 ...):
//   day month year week quarter half   digits, or words of ICU and [words.month|ordinal]; a year
//                                      of two digits lies between 1970 and 2069
//   weekday season decade century      names: [words.weekday|season|ordinal]; a decade is "1990",
//                                      "90", or a word of [words.decade]
//   nth                                which of the month's weekdays or weekends: [words.ordinal],
//                                      -1 is the last ("ersten Sonntag im Mai")
//   holiday                            [words.holiday], whose keys are "12-25", "easter-2" (days
//                                      from Easter Sunday) or "advent-7" (from the fourth Advent)
//   unit                               a grain of [words.date_unit]: the period that holds the
//                                      publication date, moved by `offset` ("-1") or `deixis`;
//                                      beside a day the period that holds that day, beside a
//                                      year counted from that
//   deixis                             word of [words.deixis] ("letztes", "nächsten"): moves a
//                                      unit, or chooses among the Aprils or Mondays
//   year_deixis week_deixis            the same for the year or week that the words behind name
//                                      ("Juli letzten Jahres", "Montag dieser Woche")
//   count direction                    "zwanzig" units back (-1) or ahead (1)
// and without suffix 2:
//   part                               [words.date_part]: Anfang, Mitte, Ende -> the modifier
//   daytime                            [words.daytime]: "Montagabend" is 2024-07-29TEV
//   hedge                              [words.modifier], where it stands inside the mention
//   fiscal fiscal2                     not empty: the year is a fiscal one
//   span                               the mention, where the match is wider
#pragma once

#include <optional>
#include <string_view>

#include "faktum/fact.hpp"
#include "match/rule_match.hpp"
#include "rules/spec.hpp"
#include "rules/word_tables.hpp"

namespace faktum {

struct DateReading {
  std::optional<int> year, month, day;
  std::optional<int> quarter, half, season, week;
  std::optional<int> weekday;            // 1 (Monday) to 7
  std::optional<int> decade, century;    // 199, 20
  std::optional<int> nth;                // 1 to 5, or -1
  std::optional<int> days_after_easter;  // of Easter Sunday
  std::optional<int> days_after_advent;  // of its fourth Sunday
  std::optional<Grain> unit;
  std::optional<int> offset;       // of the unit, or of what recurs, from the publication date
  std::optional<int> year_offset;  // of the year from the publication date's
  std::optional<int> week_offset;

  friend bool operator==(const DateReading&, const DateReading&) = default;
};

// Reads the groups with the suffix ("" or "2"); all fields are empty where there is no such group.
// Nothing where a group holds what it must not.
[[nodiscard]] std::optional<DateReading> read_date(const RuleMatch&, std::string_view suffix,
                                                   const WordTables&);

// The smallest part that is named: what the mention's value has as its grain.
[[nodiscard]] Grain grain_of(const DateReading&);

// "year" -> Grain::year.
[[nodiscard]] std::optional<Grain> grain_named(std::string_view name);

}  // namespace faktum
