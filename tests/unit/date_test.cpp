// Dates from rule to value, with the built-in rules.
#include "catch.hpp"
#include "faktum/faktum.hpp"

namespace faktum {
namespace {

const Date kPublished{std::chrono::year{2024}, std::chrono::August, std::chrono::day{1}};

std::vector<std::pair<std::string, DateValue>> dates_in(const std::string& text,
                                                        std::optional<Date> published) {
  static const RuleSet rules = RuleSetBuilder().builtin().build().value();
  Extractor extractor(rules);
  Document document;
  document.text = text;
  document.published = published;
  std::vector<std::pair<std::string, DateValue>> dates;
  for (const Fact& fact : extractor.extract(document).facts) {
    if (fact.kind != "date") continue;
    dates.emplace_back(fact.span.of(document.text), std::get<DateValue>(fact.value));
  }
  return dates;
}

std::vector<std::string> spans_in(const std::string& text) {
  std::vector<std::string> spans;
  for (const auto& [span, value] : dates_in(text, kPublished)) spans.push_back(span);
  return spans;
}

using Spans = std::vector<std::string>;

TEST_CASE("a date without the publication date it needs stays unresolved") {
  const auto dates = dates_in("Am 30. Juli sank der Kurs, 2023 war er gestiegen.", std::nullopt);
  REQUIRE(dates.size() == 2);
  CHECK_FALSE(dates[0].second.resolved);
  CHECK_FALSE(dates[0].second.timex);
  CHECK_FALSE(dates[0].second.start);
  CHECK(dates[0].second.grain == Grain::day);
  CHECK(dates[1].second.resolved);
  CHECK(dates[1].second.timex == "2023");
}

TEST_CASE("a part of a period is its modifier, its days are the whole period's") {
  const auto dates = dates_in("Ende 2024 kommt der Chip.", kPublished);
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].first == "Ende 2024");
  CHECK(dates[0].second.modifier == Modifier::end);
  CHECK(dates[0].second.start ==
        Date{std::chrono::year{2024}, std::chrono::January, std::chrono::day{1}});
}

TEST_CASE("hedges make a date approximate, prepositions do not") {
  const auto hedged = dates_in("Das Haus entstand etwa 1990.", kPublished);
  REQUIRE(hedged.size() == 1);
  CHECK(hedged[0].second.modifier == Modifier::approx);
  const auto plain = dates_in("Ab 2017 liefern sie Strom.", kPublished);
  REQUIRE(plain.size() == 1);
  CHECK_FALSE(plain[0].second.modifier);
}

TEST_CASE("numbers that only look like a year are none") {
  CHECK(spans_in("Die RTX 2080 kostet 2000 Euro.").empty());
  CHECK(spans_in("Auf Windows 2000 folgten 2014 Mitarbeiter.").empty());
  CHECK(spans_in("1024 Byte und 2048 Bit passen hinein.").empty());
  CHECK(spans_in("Die Auflösung beträgt 1920 x 1080 Pixel.").empty());
  CHECK(spans_in("Version 4.3.16 ist nicht 5.0.7.").empty());
  CHECK(spans_in("Die Note 3,2 ist besser als 3.2.").empty());
}

TEST_CASE("durations, sets and times of day are no dates") {
  CHECK(spans_in("Er baute drei Jahre lang, täglich und jeden Montag.").empty());
  CHECK(spans_in("In den letzten zwei Jahren stieg der Preis jedes Jahr.").empty());
  CHECK(spans_in("Guten Morgen! Um 9.30 Uhr geht es los.").empty());
  CHECK(spans_in("Das gilt bis heute.").empty());
  CHECK(spans_in("Mit 20 Jahren gründete er die Firma.").empty());
}

TEST_CASE("intervals, lists and compounds") {
  CHECK(spans_in("Zwischen 2004 und 2006 wuchs sie.") == Spans{"2004 und 2006"});
  CHECK(spans_in("In den Jahren 2015 und 2016 wuchs sie.") == Spans{"2015", "2016"});
  CHECK(spans_in("Die November-Gehälter und die Computex 2024.") == Spans{"November", "2024"});
  CHECK(spans_in("Heute oder morgen, nicht heute Morgen.") ==
        Spans{"Heute", "morgen", "heute Morgen"});
}

TEST_CASE("a fiscal year is marked and leaves its word out") {
  const auto dates = dates_in("Im Geschäftsjahr 2024/25 wuchs der Umsatz.", kPublished);
  REQUIRE(dates.size() == 1);
  CHECK(dates[0].first == "2024/25");
  CHECK(dates[0].second.fiscal);
  CHECK(dates[0].second.timex == "2024/2025");
}

}  // namespace
}  // namespace faktum
