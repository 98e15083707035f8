#include "values/date_calendar.hpp"

#include <limits>

#include "catch.hpp"

namespace faktum {
namespace {

Date date(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

TEST_CASE("a week is numbered as in ISO 8601") {
  const auto week = week_period(2024, 43);
  REQUIRE(week);
  CHECK(week->first == date(2024, 10, 21));
  CHECK(week->last == date(2024, 10, 27));
  CHECK(week->timex == "2024-W43");
  CHECK(period_beside(date(2021, 1, 3), Grain::week)->timex == "2020-W53");
  CHECK(period_beside(date(2024, 12, 30), Grain::week)->timex == "2025-W01");
  CHECK(week_period(2020, 53));
  CHECK_FALSE(week_period(2021, 53));
}

TEST_CASE("a weekend is the end of its ISO week") {
  const auto weekend = period_beside(date(2014, 1, 13), Grain::weekend, -1);
  CHECK(weekend->first == date(2014, 1, 11));
  CHECK(weekend->last == date(2014, 1, 12));
  CHECK(weekend->timex == "2014-W02-WE");
}

TEST_CASE("a period knows its first and last day") {
  CHECK(month_period(2024, 2)->last == date(2024, 2, 29));
  CHECK(month_period(2023, 2)->last == date(2023, 2, 28));
  CHECK(quarter_period(2024, 3)->first == date(2024, 7, 1));
  CHECK(quarter_period(2024, 3)->last == date(2024, 9, 30));
  CHECK(half_period(2024, 2)->last == date(2024, 12, 31));
  CHECK(season_period(2024, 1)->first == date(2024, 3, 1));
  CHECK(season_period(2023, 4)->last == date(2024, 2, 29));
  CHECK(season_period(2023, 4)->timex == "2023-WI");
  CHECK(decade_period(199).last == date(1999, 12, 31));
  CHECK(century_period(20).first == date(2000, 1, 1));
  CHECK(year_period(987).timex == "0987");
}

TEST_CASE("a weekday of a month is counted from either end") {
  CHECK(nth_weekday(2015, 10, 7, 1) == date(2015, 10, 4));
  CHECK(nth_weekday(2023, 11, 5, -1) == date(2023, 11, 24));
  CHECK(nth_weekday(2024, 2, 4, 5) == date(2024, 2, 29));
  CHECK(nth_weekday(2024, 9, 1, 5) == date(2024, 9, 30));
  CHECK_FALSE(nth_weekday(2024, 2, 5, 5));
  CHECK_FALSE(nth_weekday(2024, 2, 5, 0));
  CHECK_FALSE(nth_weekday(2024, 13, 5, 1));
}

TEST_CASE("the fourth Sunday of Advent is the last one before Christmas Day") {
  CHECK(fourth_advent(2023) == date(2023, 12, 24));
  CHECK(fourth_advent(2024) == date(2024, 12, 22));
  CHECK(fourth_advent(2022) == date(2022, 12, 18));
}

TEST_CASE("there is no thirteenth month and no 30 February") {
  CHECK_FALSE(day_period(2024, 2, 30));
  CHECK_FALSE(day_period(2023, 2, 29));
  CHECK_FALSE(day_period(2024, 0, 1));
  CHECK_FALSE(month_period(2024, 13));
  CHECK_FALSE(quarter_period(2024, 5));
  CHECK_FALSE(half_period(2024, 0));
  CHECK_FALSE(season_period(2024, 5));
}

TEST_CASE("a period moves by periods of its own grain") {
  const Date day = date(2024, 1, 31);
  CHECK(period_beside(day, Grain::day, 1)->timex == "2024-02-01");
  CHECK(period_beside(day, Grain::month, -1)->timex == "2023-12");
  CHECK(period_beside(day, Grain::month, 13)->timex == "2025-02");
  CHECK(period_beside(day, Grain::quarter, -1)->timex == "2023-Q4");
  CHECK(period_beside(day, Grain::half_year, 1)->timex == "2024-H2");
  CHECK(period_beside(day, Grain::season)->timex == "2023-WI");
  CHECK(period_beside(day, Grain::season, 1)->timex == "2024-SP");
  CHECK(period_beside(day, Grain::decade, -1)->timex == "201");
  CHECK(period_beside(day, Grain::century)->timex == "20");
  CHECK(period_beside(date(3, 5, 1), Grain::month, -28)->timex == "0001-01");
}

TEST_CASE("no period lies before year 0 or behind year 9999") {
  const Date first = date(0, 1, 1);
  const Date last = date(9999, 12, 31);
  for (const Grain grain :
       {Grain::day, Grain::week, Grain::weekend, Grain::month, Grain::quarter, Grain::season,
        Grain::half_year, Grain::year, Grain::decade, Grain::century}) {
    CHECK_FALSE(period_beside(first, grain, -2));
    CHECK_FALSE(period_beside(first, grain, -10000));
    CHECK_FALSE(period_beside(last, grain, 2));
    CHECK_FALSE(period_beside(last, grain, std::numeric_limits<int>::max()));
  }
}

TEST_CASE("an interval reaches from the first day to the last") {
  const auto years = interval(year_period(2019), year_period(2021));
  REQUIRE(years);
  CHECK(years->timex == "2019/2021");
  CHECK(years->first == date(2019, 1, 1));
  CHECK(years->last == date(2021, 12, 31));
  CHECK_FALSE(interval(year_period(2021), year_period(2019)));
}

TEST_CASE("Easter moves") {
  CHECK(easter_sunday(2024) == date(2024, 3, 31));
  CHECK(easter_sunday(2025) == date(2025, 4, 20));
  CHECK(easter_sunday(2000) == date(2000, 4, 23));
  CHECK(easter_sunday(2285) == date(2285, 3, 22));  // the earliest day there is
}

}  // namespace
}  // namespace faktum
