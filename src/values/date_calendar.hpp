// Calendar periods and their TIMEX3 values: the arithmetic of dates, without words.
//
// Proleptic Gregorian calendar; weeks as in ISO 8601 (Monday first, week 1 holds the first
// Thursday); seasons are meteorological, winter belongs to the year in which it begins.
// Pure functions, safe on any thread.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "faktum/document.hpp"
#include "faktum/fact.hpp"

namespace faktum {

// One period of a calendar. `timex` is its value in TIMEX3 (ISO-TimeML): 2024-07-30, 2024-W31,
// 2024-W31-WE, 2022-09, 2024-Q3, 2023-FA, 2024-H1, 2018, 199 (decade), 20 (century).
struct Period {
  Grain grain = Grain::day;
  Date first;
  Date last;  // inclusive
  std::string timex;

  friend bool operator==(const Period&, const Period&) = default;
};

[[nodiscard]] Date add_days(Date, int days);
[[nodiscard]] int days_between(Date from, Date to);
[[nodiscard]] int year_of(Date);
[[nodiscard]] int month_of(Date);         // 1 to 12
[[nodiscard]] int weekday_of(Date);       // 1 (Monday) to 7
[[nodiscard]] Date monday_of_week(Date);  // of the ISO week that holds the day

// The numbers of the parts begin at 1; nothing where there is no such day or week. Seasons: 1 is
// spring, 4 is winter. A decade is named by its first three digits (199), a century by its first
// two (20 is 2000 to 2099, as TIMEX3 has it).
[[nodiscard]] std::optional<Period> day_period(int year, int month, int day);
[[nodiscard]] std::optional<Period> week_period(int iso_year, int week);
[[nodiscard]] std::optional<Period> month_period(int year, int month);
[[nodiscard]] std::optional<Period> quarter_period(int year, int quarter);
[[nodiscard]] std::optional<Period> half_period(int year, int half);
[[nodiscard]] std::optional<Period> season_period(int year, int season);
[[nodiscard]] Period year_period(int year);
[[nodiscard]] Period decade_period(int decade);
[[nodiscard]] Period century_period(int century);

// The years that dates are written in (ISO 8601 with four digits).
constexpr int first_year = 0;
constexpr int last_year = 9999;
[[nodiscard]] bool is_in_calendar(const Period&);

// The period of that grain that holds the day, moved by `offset` periods; nothing where it does not
// lie in those years. A weekend is that of the day's ISO week.
[[nodiscard]] std::optional<Period> period_beside(Date, Grain, int offset = 0);

// From the first period's first day to the second's last; timex "2019/2021". Its grain is the
// second's. Nothing where it would end before it begins.
[[nodiscard]] std::optional<Period> interval(const Period& from, const Period& to);

// The nth (or with -1 the last, -2 the last but one) weekday of a month; 1 is Monday. Nothing where
// the month has no such.
[[nodiscard]] std::optional<Date> nth_weekday(int year, int month, int weekday, int nth);

// The Sunday before Christmas Day.
[[nodiscard]] Date fourth_advent(int year);

// Easter Sunday. Source: the "Anonymous Gregorian" algorithm (Nature, 20 April 1876) in the form
// of J. Meeus, Astronomical Algorithms (1991), chapter 8.
[[nodiscard]] Date easter_sunday(int year);

}  // namespace faktum
