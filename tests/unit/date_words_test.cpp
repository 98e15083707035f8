#include "values/date_words.hpp"

#include "catch.hpp"

namespace faktum {
namespace {

TEST_CASE("months are known by German, Austrian and English names") {
  const WordTables words(Phrases{{"month", {{"2", {"feber"}}, {"9", {"sept"}}}}});
  CHECK(month_number("März", words) == 3);
  CHECK(month_number("Jänner", words) == 1);
  CHECK(month_number("Feber", words) == 2);
  CHECK(month_number("Sept.", words) == 9);
  CHECK(month_number("Dez.", words) == 12);
  CHECK(month_number("March", words) == 3);
  CHECK(month_number("07", words) == 7);
  CHECK_FALSE(month_number("Montag", words));
}

TEST_CASE("weekdays count from Monday") {
  const WordTables words(Phrases{{"weekday", {{"6", {"sonnabend"}}}}});
  CHECK(weekday_number("Montag", words) == 1);
  CHECK(weekday_number("Sonntag", words) == 7);
  CHECK(weekday_number("Sonnabend", words) == 6);
  CHECK(weekday_number("Do", words) == 4);
  CHECK_FALSE(weekday_number("März", words));
}

TEST_CASE("a phrase may leave letters open") {
  const auto fits = [](const std::string& phrase, std::string_view word) {
    const PhraseTable::Source source{{"key", {phrase}}};
    return PhraseTable(&source).keys_of(word) != 0;
  };
  CHECK(fits("wird", "Wird"));
  CHECK_FALSE(fits("wird", "wirds"));
  CHECK(fits("nächste*", "Nächsten"));
  CHECK(fits("*te", "sagte"));
  CHECK(fits("ge*t", "gesagt"));
  CHECK_FALSE(fits("ge*et", "get"));
  CHECK(fits("übernächste*", "Übernächstes"));
}

TEST_CASE("a table's key or its digits name a number") {
  const WordTables words(Phrases{{"ordinal", {{"3", {"dritte*"}}}}});
  CHECK(number_of(words, WordGroup::ordinal, "drittes") == 3);
  CHECK(number_of(words, WordGroup::ordinal, "3.") == 3);
  CHECK(number_of(words, WordGroup::ordinal, "12") == 12);
  CHECK_FALSE(number_of(words, WordGroup::ordinal, "vierte"));
  CHECK_FALSE(number_of(words, WordGroup::ordinal, ""));
  CHECK_FALSE(key_of(words, WordGroup::season, "Winter"));
}

}  // namespace
}  // namespace faktum
