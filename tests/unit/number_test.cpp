#include "values/number.hpp"

#include <initializer_list>
#include <map>
#include <string>

#include "catch.hpp"
#include "embed/icu_words.hpp"
#include "rules/builtin.hpp"
#include "values/number_words.hpp"

using faktum::Comma;
using faktum::Decimal;
using faktum::parse_number;
using faktum::scale_exponent;

namespace {

double value_of(const char* text, Comma comma = Comma::by_digits) {
  INFO(text);
  const auto number = parse_number(text, comma);
  REQUIRE(number.has_value());
  return number->to_double();
}

}  // namespace

TEST_CASE("figures in German and English notation") {
  CHECK(value_of("1.500") == 1500);
  CHECK(value_of("1,5") == 1.5);
  CHECK(value_of("1.5") == 1.5);
  CHECK(value_of("1,500.00") == 1500);
  CHECK(value_of("1.500,00") == 1500);
  CHECK(value_of("1.234.567,89") == 1234567.89);
  CHECK(value_of("30,000") == 30000);
  CHECK(value_of("12.000.000") == 12000000);
  CHECK(value_of("1500") == 1500);
  CHECK(value_of("1234,567") == 1234.567);
}

TEST_CASE("thousands by spaces and apostrophes") {
  CHECK(value_of("40 000") == 40000);
  CHECK(value_of("40\u00A0000") == 40000);
  CHECK(value_of("1\u202F000\u202F000") == 1000000);
  CHECK(value_of("1'500") == 1500);
  CHECK(value_of("1’500.50") == 1500.5);
  CHECK(value_of("40 000,50") == 40000.5);
}

TEST_CASE("three digits after a zero are decimals") {
  CHECK(value_of("0,125") == 0.125);
  CHECK(value_of("0.125") == 0.125);
}

TEST_CASE("a comma before three digits is decimal where the caller says so") {
  CHECK(value_of("3,125") == 3125);
  CHECK(value_of("3,125", Comma::decimal) == 3.125);
  CHECK(value_of("3.125", Comma::decimal) == 3125);
  CHECK(value_of("1,500,000", Comma::decimal) == 1500000);
}

TEST_CASE("attached signs") {
  CHECK(value_of("-0,1") == -0.1);
  CHECK(value_of("−0,1") == -0.1);
  CHECK(value_of("–5") == -5);
  CHECK(value_of("+4,7") == 4.7);
}

TEST_CASE("a dash stands for missing cents") {
  CHECK(value_of("20,-") == 20);
  CHECK(value_of("1.499,–") == 1499);
}

TEST_CASE("number words") {
  CHECK(value_of("null") == 0);
  CHECK(value_of("eins") == 1);
  CHECK(value_of("einer") == 1);
  CHECK(value_of("zwei") == 2);
  CHECK(value_of("Fünf") == 5);
  CHECK(value_of("zwölf") == 12);
  CHECK(value_of("siebzehn") == 17);
  CHECK(value_of("dreissig") == 30);
  CHECK(value_of("einundzwanzig") == 21);
  CHECK(value_of("neunundneunzig") == 99);
  CHECK(value_of("hundert") == 100);
  CHECK(value_of("hundertfünfzig") == 150);
  CHECK(value_of("hundertundeins") == 101);
  CHECK(value_of("zwölfhundert") == 1200);
  CHECK(value_of("tausend") == 1000);
  CHECK(value_of("zweitausend") == 2000);
  CHECK(value_of("zweihunderttausendvierhundertfünfzig") == 200450);
  CHECK(value_of("FÜNF") == 5);
}

TEST_CASE("halves and quarters in words") {
  CHECK(value_of("halben") == 0.5);
  CHECK(value_of("einer halben") == 0.5);
  CHECK(value_of("anderthalb") == 1.5);
  CHECK(value_of("eineinhalb") == 1.5);
  CHECK(value_of("zweieinhalb") == 2.5);
  CHECK(value_of("zweiundeinhalb") == 2.5);
  CHECK(value_of("dreiviertel") == 0.75);
  CHECK(value_of("drei viertel") == 0.75);
}

TEST_CASE("what is no number") {
  for (const char* text : {"", " ", "-", "Euro", "12.05.2023", "1,2,3", "1.50.000", "1..5", "5.",
                           "40 00", "1,500.000.00", "hundertzweihundert", "unddrei", "nullhundert",
                           "99999999999999999999", "10-20", "einhalbhundert"}) {
    INFO(text);
    CHECK_FALSE(parse_number(text).has_value());
  }
}

TEST_CASE("scaled numbers stay exact") {
  CHECK(parse_number("1,516", Comma::decimal)->scaled(9).to_double() == 1516000000.0);
  CHECK(parse_number("2,3")->scaled(6).to_double() == 2300000.0);
  CHECK(parse_number("34.6")->scaled(6).to_double() == 34600000.0);
  CHECK((Decimal{1, -1}).to_double() == 0.1);
}

TEST_CASE("scales") {
  for (const char* word : {"tausend", "Tausend", "Tsd.", "Tsd"}) CHECK(scale_exponent(word) == 3);
  for (const char* word : {"Million", "Millionen", "Mio.", "Mio", "Mill."}) {
    CHECK(scale_exponent(word) == 6);
  }
  for (const char* word : {"Milliarde", "Milliarden", "Mrd.", "Mrd", "bn", "billion"}) {
    CHECK(scale_exponent(word) == 9);
  }
  for (const char* word : {"Billion", "Billionen", "Bio.", "trillion"}) {
    CHECK(scale_exponent(word) == 12);
  }
  CHECK(scale_exponent("Billiarden") == 15);
  CHECK_FALSE(scale_exponent("Euro").has_value());
  CHECK_FALSE(scale_exponent("").has_value());
}

TEST_CASE("what ICU was asked when the program was built is what it says now") {
  const auto is_all = [](const auto& words, const std::map<std::string, int>& wanted) {
    std::map<std::string, int> known;
    for (const auto& [word, number] : words) known.emplace(word, number);
    return !wanted.empty() && known == wanted;
  };
  CHECK(is_all(faktum::builtin_number_words(), faktum::spelled_numbers()));
  CHECK(is_all(faktum::builtin_months(), faktum::calendar_names().months));
  CHECK(is_all(faktum::builtin_weekdays(), faktum::calendar_names().weekdays));
}
