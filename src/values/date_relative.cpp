#include "values/date_relative.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <vector>

namespace faktum {
namespace {

constexpr int kLeapYear = 2000;

// The nth weekday of a month, or its nth weekend, which begins with the Saturday.
std::optional<Period> nth_of_month(const DateReading& reading, int year) {
  constexpr int saturday = 6;
  const auto day =
      nth_weekday(year, *reading.month, reading.weekday.value_or(saturday), *reading.nth);
  if (!day) return std::nullopt;
  return period_beside(*day, reading.weekday ? Grain::day : Grain::weekend);
}

// What the reading names in a year.
std::optional<Period> in_year(const DateReading& reading, int year) {
  if (reading.days_after_easter) {
    return period_beside(add_days(easter_sunday(year), *reading.days_after_easter), Grain::day);
  }
  if (reading.days_after_advent) {
    return period_beside(add_days(fourth_advent(year), *reading.days_after_advent), Grain::day);
  }
  if (reading.nth && reading.month) return nth_of_month(reading, year);
  if (reading.day) return day_period(year, reading.month.value_or(0), *reading.day);
  if (reading.month) return month_period(year, *reading.month);
  if (reading.week) return week_period(year, *reading.week);
  if (reading.quarter) return quarter_period(year, *reading.quarter);
  if (reading.half) return half_period(year, *reading.half);
  if (reading.season) return season_period(year, *reading.season);
  return year_period(year);
}

bool recurs_yearly(const DateReading& reading) {
  return reading.days_after_easter || reading.days_after_advent || reading.day || reading.month ||
         reading.week || reading.quarter || reading.half || reading.season;
}

int distance(const Period& period, Date day) {
  if (day < period.first) return days_between(day, period.first);
  if (period.last < day) return days_between(period.last, day);
  return 0;
}

// Of periods in order, the nearest; of two at one distance the earlier.
const Period* nearest(const std::vector<Period>& periods, Date day) {
  const Period* best = nullptr;
  for (const Period& period : periods) {
    if (best == nullptr || distance(period, day) < distance(*best, day)) best = &period;
  }
  return best;
}

// Of periods in order: the `steps`-th that is over (negative) or has not begun (positive).
const Period* counted(const std::vector<Period>& periods, Date day, int steps) {
  std::size_t over = 0;
  while (over < periods.size() && periods[over].last < day) ++over;
  std::size_t next = over;
  while (next < periods.size() && periods[next].first <= day) ++next;
  const auto count = static_cast<std::size_t>(std::abs(steps));
  if (steps < 0) return count <= over ? &periods[over - count] : nullptr;
  return next + count - 1 < periods.size() ? &periods[next + count - 1] : nullptr;
}

const Period* by_tense(const std::vector<Period>& periods, Date day, Tense tense) {
  if (tense == Tense::present || tense == Tense::report) return nearest(periods, day);
  const Period* latest = nullptr;
  for (const Period& period : periods) {
    if (tense == Tense::future && day <= period.last) return &period;
    if (period.first <= day) latest = &period;
  }
  return latest;
}

// The next of them, where it is not more than `days` away.
const Period* soon(const std::vector<Period>& periods, Date day, int days) {
  const Period* next = by_tense(periods, day, Tense::future);
  return next != nullptr && distance(*next, day) <= days ? next : nullptr;
}

std::optional<Period> choose(const std::vector<Period>& periods, Date day,
                             std::optional<int> offset, Tense tense) {
  const Period* chosen = !offset        ? by_tense(periods, day, tense)
                         : *offset == 0 ? nearest(periods, day)
                                        : counted(periods, day, *offset);
  if (chosen == nullptr) return std::nullopt;
  return *chosen;
}

std::vector<Period> around(const DateReading& reading, int year, int reach) {
  std::vector<Period> periods;
  for (int y = std::max(year - reach, first_year); y <= std::min(year + reach, last_year); ++y) {
    if (auto period = in_year(reading, y)) periods.push_back(*std::move(period));
  }
  return periods;
}

std::optional<Period> resolve_yearly(const DateReading& reading, Date published, Tense tense) {
  const int year = year_of(published);
  if (reading.weekday && reading.day) {
    std::vector<Period> agreeing;
    for (Period& period : around(reading, year, 6)) {
      if (weekday_of(period.first) == *reading.weekday) agreeing.push_back(std::move(period));
    }
    const Period* period = nearest(agreeing, published);
    if (period != nullptr && distance(*period, published) < 366) return *period;
  }
  if (reading.offset == 0) {
    const bool last_winter = reading.season == 4 && month_of(published) <= 6;
    return in_year(reading, last_winter ? year - 1 : year);
  }
  const int reach = reading.day == 29 && reading.month == 2 ? 8 : 3;
  const std::vector<Period> periods = around(reading, year, reach);
  if (reading.quarter && !reading.offset && tense == Tense::future) {
    // "Zahlen für das dritte Quartal werden am Montag vorgelegt": firms report on the last one.
    constexpr int kReporting = 60;
    const Period* last = counted(periods, published, -1);
    if (last != nullptr && distance(*last, published) <= kReporting) return *last;
  }
  if (tense == Tense::unknown && reading.day && !reading.offset) {
    constexpr int kSoon = 60;
    if (const Period* next = soon(periods, published, kSoon)) return *next;
  }
  return choose(periods, published, reading.offset, tense);
}

// Weekdays and weekends. In the present they are the next ("Am Samstag spielt die Kapelle"), unless
// the last one was yesterday: then it may be a headline.
std::optional<Period> resolve_weekly(const DateReading& reading, Date published, Tense tense) {
  std::vector<Period> periods;
  for (int week = -3; week <= 3; ++week) {
    const auto whole = period_beside(published, Grain::week, week);
    if (!whole) continue;
    auto period = reading.weekday
                      ? period_beside(add_days(whole->first, *reading.weekday - 1), Grain::day)
                      : period_beside(whole->first, Grain::weekend);
    if (!period) continue;
    periods.push_back(*period);
    if (reading.week_offset == week) return period;
  }
  if (tense == Tense::present && !reading.offset) {
    constexpr int kSoon = 5;
    if (const Period* next = soon(periods, published, kSoon)) return *next;
  }
  return choose(periods, published, reading.offset, tense == Tense::report ? Tense::past : tense);
}

bool names_year(const DateReading& reading) {
  return reading.year || reading.year_offset || reading.decade || reading.century;
}

}  // namespace

bool is_possible(const DateReading& reading) {
  if (reading.day && !reading.month) return false;
  if (reading.week) return *reading.week >= 1 && *reading.week <= 53;
  return in_year(reading, reading.year.value_or(kLeapYear)).has_value();
}

bool depends_on_tense(const DateReading& from, const DateReading& to) {
  if (names_year(from) || names_year(to)) return false;
  return to != DateReading{} || !from.offset || (from.unit && from.day);
}

std::optional<Period> resolve(const DateReading& reading, std::optional<Date> published,
                              Tense tense) {
  if (reading.unit && reading.day) {
    DateReading day = reading;
    day.unit.reset();
    const auto anchor = resolve(
        day, published, tense == Tense::past || tense == Tense::unknown ? Tense::present : tense);
    if (!anchor) return std::nullopt;
    return period_beside(anchor->first, *reading.unit);
  }
  if (reading.year && reading.unit == Grain::year) {
    return year_period(*reading.year + reading.offset.value_or(0));
  }
  if (reading.year) return in_year(reading, *reading.year);
  if (reading.decade) return decade_period(*reading.decade);
  if (reading.century) return century_period(*reading.century);
  if (!published) return std::nullopt;
  if (reading.year_offset) return in_year(reading, year_of(*published) + *reading.year_offset);
  if (recurs_yearly(reading)) return resolve_yearly(reading, *published, tense);
  if (reading.weekday || reading.unit == Grain::weekend) {
    return resolve_weekly(reading, *published, tense);
  }
  if (reading.unit) return period_beside(*published, *reading.unit, reading.offset.value_or(0));
  return std::nullopt;
}

std::optional<Period> resolve_interval(DateReading from, DateReading to,
                                       std::optional<Date> published, Tense tense) {
  if (from.day && !from.month) {
    from.month = to.month;
    if (to.day && *to.day <= *from.day) return std::nullopt;
  }
  if (from.month && !to.month && to.day) to.month = from.month;
  const bool from_first =
      names_year(from) != names_year(to) ? names_year(from) : tense != Tense::future;
  const auto anchor = resolve(from_first ? from : to, published, tense);
  if (!anchor) return std::nullopt;
  const auto other = from_first ? resolve(to, anchor->first, Tense::future)
                                : resolve(from, anchor->last, Tense::past);
  if (!other) return std::nullopt;
  return from_first ? interval(*anchor, *other) : interval(*other, *anchor);
}

}  // namespace faktum
