#include "values/date_relative.hpp"

#include "catch.hpp"

namespace faktum {
namespace {

const Date kPublished{std::chrono::year{2024}, std::chrono::August,
                      std::chrono::day{1}};  // Thursday

std::string timex(const DateReading& reading, Tense tense) {
  const auto period = resolve(reading, kPublished, tense);
  return period ? period->timex : "none";
}

DateReading day_and_month(int day, int month) {
  DateReading reading;
  reading.day = day;
  reading.month = month;
  return reading;
}

DateReading month(int number) {
  DateReading reading;
  reading.month = number;
  return reading;
}

DateReading weekday(int number) {
  DateReading reading;
  reading.weekday = number;
  return reading;
}

TEST_CASE("a day without a year is the latest in the past and the next in the future") {
  CHECK(timex(day_and_month(30, 7), Tense::past) == "2024-07-30");
  CHECK(timex(day_and_month(30, 7), Tense::future) == "2025-07-30");
  CHECK(timex(day_and_month(2, 8), Tense::past) == "2023-08-02");
  CHECK(timex(day_and_month(1, 8), Tense::past) == "2024-08-01");
  CHECK(timex(day_and_month(2, 8), Tense::unknown) == "2024-08-02");
  CHECK(timex(day_and_month(30, 12), Tense::unknown) == "2023-12-30");
  CHECK(timex(month(9), Tense::unknown) == "2023-09");
  CHECK(timex(day_and_month(1, 8), Tense::future) == "2024-08-01");
  CHECK(timex(day_and_month(29, 2), Tense::future) == "2028-02-29");
}

TEST_CASE("a month that holds the publication date is meant in either tense") {
  CHECK(timex(month(8), Tense::past) == "2024-08");
  CHECK(timex(month(8), Tense::future) == "2024-08");
  CHECK(timex(month(9), Tense::past) == "2023-09");
}

TEST_CASE("the present means the nearest") {
  CHECK(timex(month(9), Tense::present) == "2024-09");
  CHECK(timex(month(6), Tense::present) == "2024-06");
  CHECK(timex(weekday(1), Tense::present) == "2024-08-05");  // of weekdays the next
  CHECK(timex(weekday(3), Tense::present) == "2024-07-31");  // unless the last has just been
  CHECK(timex(weekday(1), Tense::report) == "2024-07-29");
  CHECK(timex(month(9), Tense::report) == "2024-09");
}

TEST_CASE("weekdays lie within a week of the publication date") {
  CHECK(timex(weekday(4), Tense::past) == "2024-08-01");
  CHECK(timex(weekday(5), Tense::past) == "2024-07-26");
  CHECK(timex(weekday(5), Tense::future) == "2024-08-02");
  DateReading last = weekday(4);
  last.offset = -1;
  CHECK(timex(last, Tense::past) == "2024-07-25");
  DateReading monday = weekday(1);
  monday.week_offset = -1;
  CHECK(timex(monday, Tense::future) == "2024-07-22");
}

TEST_CASE("a weekday beside a day chooses the year in which they agree") {
  DateReading reading = day_and_month(21, 3);
  reading.weekday = 5;
  CHECK(timex(reading, Tense::past) == "2025-03-21");
}

TEST_CASE("an offset says which one") {
  DateReading april = month(4);
  april.offset = -1;
  CHECK(timex(april, Tense::future) == "2024-04");
  april.offset = 1;
  CHECK(timex(april, Tense::past) == "2025-04");
  april.offset = -2;
  CHECK(timex(april, Tense::past) == "2023-04");
  DateReading winter;
  winter.season = 4;
  winter.offset = 0;
  CHECK(timex(winter, Tense::past) == "2024-WI");
  DateReading july = month(7);
  july.year_offset = -1;
  CHECK(timex(july, Tense::past) == "2023-07");
}

TEST_CASE("beside a year a unit is counted from that") {
  DateReading year;
  year.year = 2013;
  year.unit = Grain::year;
  year.offset = -1;
  CHECK(resolve(year, std::nullopt, Tense::past)->timex == "2012");
}

TEST_CASE("a named year needs no publication date, all else does") {
  DateReading year;
  year.year = 2018;
  CHECK(resolve(year, std::nullopt, Tense::past)->timex == "2018");
  CHECK_FALSE(resolve(month(3), std::nullopt, Tense::past));
  DateReading decade;
  decade.decade = 199;
  CHECK(resolve(decade, std::nullopt, Tense::past)->timex == "199");
}

TEST_CASE("what the calendar lacks is impossible") {
  CHECK(is_possible(day_and_month(29, 2)));
  CHECK_FALSE(is_possible(day_and_month(30, 2)));
  DateReading leap = day_and_month(29, 2);
  leap.year = 2023;
  CHECK_FALSE(is_possible(leap));
  DateReading week;
  week.week = 54;
  CHECK_FALSE(is_possible(week));
}

TEST_CASE("firms report on the quarter that ended last") {
  DateReading fourth;
  fourth.quarter = 4;
  const Date february{std::chrono::year(2024), std::chrono::February, std::chrono::day(6)};
  const Date may{std::chrono::year(2024), std::chrono::May, std::chrono::day(6)};
  CHECK(resolve(fourth, february, Tense::future)->timex == "2023-Q4");
  CHECK(resolve(fourth, may, Tense::future)->timex == "2024-Q4");
}

TEST_CASE("the ends of an interval complete each other") {
  DateReading ninth;
  ninth.day = 9;
  CHECK(resolve_interval(ninth, day_and_month(12, 1), kPublished, Tense::future)->timex ==
        "2025-01-09/2025-01-12");
  CHECK(resolve_interval(ninth, day_and_month(12, 1), kPublished, Tense::past)->timex ==
        "2024-01-09/2024-01-12");
  DateReading february = month(2);
  february.year = 2016;
  CHECK(resolve_interval(month(12), february, std::nullopt, Tense::past)->timex ==
        "2015-12/2016-02");
  DateReading july = month(7);
  july.year = 2015;
  CHECK(resolve_interval(july, month(2), std::nullopt, Tense::past)->timex == "2015-07/2016-02");
  DateReading twelfth;
  twelfth.day = 12;
  CHECK_FALSE(resolve_interval(twelfth, day_and_month(3, 5), kPublished, Tense::past));
}

}  // namespace
}  // namespace faktum
