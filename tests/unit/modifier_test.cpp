#include "values/modifier.hpp"

#include <string_view>

#include "catch.hpp"

using faktum::Modifier;
using faktum::modifier_before;
using faktum::WordTables;

namespace {

const WordTables words(faktum::Phrases{{"modifier",
                                        {{"approx", {"rund", "ca.", "um die"}},
                                         {"more_than", {"mehr als", "über"}},
                                         {"at_least", {"ab", "nicht weniger als"}},
                                         {"less_than", {"weniger als", "knapp"}},
                                         {"at_most", {"bis zu", "nicht mehr als"}},
                                         {"none", {"*kredit über"}}}}});

// The modifier of the first digit or "halben" in `text`.
std::optional<Modifier> before_number(std::string_view text, std::size_t sentence_begin = 0) {
  const auto half = text.find("halben");
  return modifier_before(text, half != text.npos ? half : text.find_first_of("0123456789"),
                         sentence_begin, words);
}

}  // namespace

TEST_CASE("the phrase directly before a mention") {
  CHECK(before_number("Das sind rund 5 Prozent") == Modifier::approx);
  CHECK(before_number("Rund 5 Prozent") == Modifier::approx);
  CHECK(before_number("(ca. 5 Euro)") == Modifier::approx);
  CHECK(before_number("ÜBER 5 Euro") == Modifier::more_than);
  CHECK(before_number("mehr\u00A0 als\n5 Euro") == Modifier::more_than);
  CHECK(before_number("von bis zu 90 %") == Modifier::at_most);
}

TEST_CASE("the longest phrase wins") {
  CHECK(before_number("nicht mehr als 5 Euro") == Modifier::at_most);
  CHECK(before_number("nicht weniger als 5 Euro") == Modifier::at_least);
}

TEST_CASE("the article of a half stands between") {
  CHECK(before_number("mehr als einer halben Milliarde") == Modifier::more_than);
  CHECK_FALSE(before_number("von einer halben Milliarde").has_value());
}

TEST_CASE("phrases elsewhere do not count") {
  CHECK_FALSE(before_number("5 Prozent").has_value());
  CHECK_FALSE(before_number("rund um die Uhr kostet das 5 Euro").has_value());
  CHECK_FALSE(before_number("gegenüber 5 Prozent").has_value());
  CHECK_FALSE(before_number("Weltraumlabor ab, 5 Prozent").has_value());
  CHECK_FALSE(before_number("Das gilt ab 5 Euro", 13).has_value());
}

TEST_CASE("phrases that are no hedge win by length") {
  CHECK_FALSE(before_number("ein Kredit über 5 Euro").has_value());
  CHECK_FALSE(before_number("der Milliardenkredit über 5 Euro").has_value());
  CHECK(before_number("der Gewinn über 5 Euro") == Modifier::more_than);
}

TEST_CASE("a noun is no hedge's also with its author or aim behind it") {
  CHECK_FALSE(before_number("ein Kredit der Weltbank über 5 Euro").has_value());
  CHECK_FALSE(before_number("der Bankkredit von Velten für Jena über 5 Euro").has_value());
  CHECK_FALSE(before_number("ein Kredit der Weltbank über eine halben Milliarde").has_value());
  CHECK(before_number("für den Kredit zahlt Jena über 5 Euro") == Modifier::more_than);
  CHECK(before_number("ein Kredit der Bank von über 5 Euro") == Modifier::more_than);
  CHECK(before_number("der Kredit, so Velten, über 5 Euro") == Modifier::more_than);
  CHECK(before_number("Der Kredit lief. Bei Velten über 5 Euro", 17) == Modifier::more_than);
}

TEST_CASE("names of modifiers") {
  CHECK(faktum::modifier_named("at_most") == Modifier::at_most);
  CHECK_FALSE(faktum::modifier_named("perhaps").has_value());
}
