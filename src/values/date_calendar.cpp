#include "values/date_calendar.hpp"

#include <cstdlib>
#include <string_view>

#include "values/iso_date.hpp"

namespace faktum {
namespace {

using std::chrono::sys_days;

std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  return text;
}

Date date_of(int year, int month, int day) {
  return Date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
              std::chrono::day{static_cast<unsigned>(day)}};
}

Date last_of_month(int year, int month) {
  return Date{std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
              std::chrono::last};
}

// `count` months that begin with month `first` (1 to 12) of the year.
Period months(Grain grain, int year, int first, int count, std::string timex) {
  const int last = first + count - 1;
  return {grain, date_of(year, first, 1),
          last_of_month(year + (last - 1) / 12, (last - 1) % 12 + 1), std::move(timex)};
}

Period years(Grain grain, int first, int count, std::string timex) {
  return {grain, date_of(first, 1, 1), date_of(first + count - 1, 12, 31), std::move(timex)};
}

Period day_period(Date day) { return {Grain::day, day, day, to_iso(day)}; }

Period week_of(Date monday) {
  const Date thursday = add_days(monday, 3);
  const int year = year_of(thursday);
  const int week = days_between(date_of(year, 1, 1), thursday) / 7 + 1;
  return {Grain::week, monday, add_days(monday, 6), padded(year, 4) + "-W" + padded(week, 2)};
}

Period weekend_of(Date monday) {
  return {Grain::weekend, add_days(monday, 5), add_days(monday, 6), week_of(monday).timex + "-WE"};
}

// Months since January of year 0.
int month_index(Date day) { return year_of(day) * 12 + month_of(day) - 1; }

int season_of(Date day) { return (month_of(day) + 9) % 12 / 3 + 1; }

}  // namespace

Date add_days(Date date, int days) { return Date{sys_days{date} + std::chrono::days{days}}; }

int days_between(Date from, Date to) {
  return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

int year_of(Date date) { return static_cast<int>(date.year()); }

int month_of(Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); }

int weekday_of(Date date) {
  return static_cast<int>(std::chrono::weekday{sys_days{date}}.iso_encoding());
}

Date monday_of_week(Date date) { return add_days(date, 1 - weekday_of(date)); }

std::optional<Period> day_period(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  const Date date = date_of(year, month, day);
  if (!date.ok()) return std::nullopt;
  return day_period(date);
}

std::optional<Period> week_period(int iso_year, int week) {
  if (week < 1 || week > 53) return std::nullopt;
  const Date first_monday = monday_of_week(date_of(iso_year, 1, 4));  // week 1 holds 4 January
  Period period = week_of(add_days(first_monday, 7 * (week - 1)));
  if (year_of(add_days(period.first, 3)) != iso_year) return std::nullopt;  // no week 53
  return period;
}

std::optional<Period> month_period(int year, int month) {
  if (month < 1 || month > 12) return std::nullopt;
  return months(Grain::month, year, month, 1, padded(year, 4) + '-' + padded(month, 2));
}

std::optional<Period> quarter_period(int year, int quarter) {
  if (quarter < 1 || quarter > 4) return std::nullopt;
  return months(Grain::quarter, year, 3 * quarter - 2, 3,
                padded(year, 4) + "-Q" + std::to_string(quarter));
}

std::optional<Period> half_period(int year, int half) {
  if (half < 1 || half > 2) return std::nullopt;
  return months(Grain::half_year, year, 6 * half - 5, 6,
                padded(year, 4) + "-H" + std::to_string(half));
}

std::optional<Period> season_period(int year, int season) {
  static constexpr std::array<std::string_view, 4> kCodes = {"-SP", "-SU", "-FA", "-WI"};
  if (season < 1 || season > 4) return std::nullopt;
  return months(Grain::season, year, 3 * season, 3,
                padded(year, 4).append(kCodes[static_cast<std::size_t>(season - 1)]));
}

Period year_period(int year) { return years(Grain::year, year, 1, padded(year, 4)); }

Period decade_period(int decade) {
  return years(Grain::decade, decade * 10, 10, padded(decade, 3));
}

Period century_period(int century) {
  return years(Grain::century, century * 100, 100, padded(century, 2));
}

bool is_in_calendar(const Period& period) {
  return year_of(period.first) >= first_year && year_of(period.last) <= last_year;
}

std::optional<Period> period_beside(Date date, Grain grain, int offset) {
  constexpr int most = 366 * last_year;  // days
  const int days = grain == Grain::day ? 1 : 7;
  if (std::abs(static_cast<long long>(offset)) > most / days) return std::nullopt;
  const auto in_year = [](int year, auto period_of) -> std::optional<Period> {
    if (year < first_year || year > last_year) return std::nullopt;
    return period_of(year);
  };
  // The nth of the parts of years; -1 is the last of the year before year 0.
  const auto part = [&](int index, int of_year, auto period_of) {
    const int year = (index >= 0 ? index : index - of_year + 1) / of_year;
    return in_year(year, [&](int y) { return period_of(y, index - y * of_year + 1); });
  };
  const int year = year_of(date);
  const auto in_years = [&](int length, auto period_of) {
    return in_year((year / length + offset) * length,
                   [&](int first) { return std::optional(period_of(first / length)); });
  };
  std::optional<Period> period;
  switch (grain) {
    case Grain::day:
      period = day_period(add_days(date, offset));
      break;
    case Grain::week:
      period = week_of(add_days(monday_of_week(date), 7 * offset));
      break;
    case Grain::weekend:
      period = weekend_of(add_days(monday_of_week(date), 7 * offset));
      break;
    case Grain::month:
      period = part(month_index(date) + offset, 12, month_period);
      break;
    case Grain::quarter:
      period = part(month_index(date) / 3 + offset, 4, quarter_period);
      break;
    case Grain::half_year:
      period = part(month_index(date) / 6 + offset, 2, half_period);
      break;
    case Grain::season:
      // January and February are the last winter's.
      period = part((month_of(date) < 3 ? year - 1 : year) * 4 + season_of(date) - 1 + offset, 4,
                    season_period);
      break;
    case Grain::year:
      period = in_years(1, year_period);
      break;
    case Grain::decade:
      period = in_years(10, decade_period);
      break;
    case Grain::century:
      period = in_years(100, century_period);
      break;
  }
  return period && is_in_calendar(*period) ? period : std::nullopt;
}

std::optional<Period> interval(const Period& from, const Period& to) {
  if (sys_days{to.last} < sys_days{from.first}) return std::nullopt;
  return Period{to.grain, from.first, to.last, from.timex + '/' + to.timex};
}

std::optional<Date> nth_weekday(int year, int month, int weekday, int nth) {
  const auto period = month_period(year, month);
  if (!period || nth == 0) return std::nullopt;
  const int to_first = (weekday - weekday_of(period->first) + 7) % 7;
  const int from_last = (weekday_of(period->last) - weekday + 7) % 7;
  const Date day = nth > 0 ? add_days(period->first, to_first + 7 * (nth - 1))
                           : add_days(period->last, -from_last + 7 * (nth + 1));
  if (month_of(day) != month) return std::nullopt;
  return day;
}

Date fourth_advent(int year) {
  const Date christmas_eve = date_of(year, 12, 24);
  return add_days(christmas_eve, -(weekday_of(christmas_eve) % 7));
}

Date easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return date_of(year, sum / 31, sum % 31 + 1);
}

}  // namespace faktum
