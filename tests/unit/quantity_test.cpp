// Percentages, and the kinds that users declare with value = "number".
#include <string>

#include "catch.hpp"
#include "faktum/faktum.hpp"

namespace {

faktum::RuleSet rules_with(std::string toml) {
  auto rules = faktum::RuleSetBuilder().builtin().source("mine.toml", std::move(toml)).build();
  REQUIRE(rules);
  return rules.value();
}

// The only quantity of that kind in the text.
faktum::QuantityValue quantity(const faktum::RuleSet& rules, std::string_view kind,
                               const std::string& text, const std::string& finds) {
  faktum::Extractor extractor(rules);
  faktum::Document document;
  document.text = text;
  std::vector<faktum::QuantityValue> found;
  for (const faktum::Fact& fact : extractor.extract(document).facts) {
    if (fact.kind != kind) continue;
    CHECK(fact.span.of(text) == finds);
    found.push_back(std::get<faktum::QuantityValue>(fact.value));
  }
  INFO(text);
  REQUIRE(found.size() == 1);
  return found.front();
}

constexpr const char* mine = R"(
kind = "process_node"
value = "number"
[[rule]]
name = "process_node.plain"
pattern = '(?P<number>{{number}}){{gap}}?(?P<unit>nm|Nanometern?)'
[words.unit]
nm = ["nm", "nanometer", "nanometern"]
)";

constexpr const char* transistors = R"(
kind = "transistors"
value = "number"
[[rule]]
name = "transistors.plain"
pattern = '(?P<number>{{number}}|{{number_word}}){{gap}}(?P<scale>{{scale}}){{gap}}(?P<unit>Transistoren)'
)";

}  // namespace

TEST_CASE("percentages in figures, words and ranges") {
  const auto rules = rules_with("");
  CHECK(
      quantity(rules, "percent", "Das Plus liegt bei 2,5 Prozentpunkten.", "2,5 Prozentpunkten") ==
      faktum::QuantityValue{2.5, {}, {}, "percentage_point", {}});
  CHECK(quantity(rules, "percent", "Fast hundertfünfzig Prozent mehr.", "hundertfünfzig Prozent") ==
        faktum::QuantityValue{150, {}, {}, "percent", faktum::Modifier::less_than});
  CHECK(quantity(rules, "percent", "Etwa 60–100\u00A0% der Zeit.", "60–100\u00A0%") ==
        faktum::QuantityValue{{}, 60, 100, "percent", faktum::Modifier::approx});
}

TEST_CASE("a falling range is no range") {
  const auto rules = rules_with("");
  CHECK(quantity(rules, "percent", "Seit 2023-20 % mehr.", "20 %").number == 20);
  CHECK(quantity(rules, "percent", "Ein Minus von -3 bis -5 %.", "-3 bis -5 %") ==
        faktum::QuantityValue{{}, -5, -3, "percent", {}});
}

TEST_CASE("a comma before three digits of a percentage is decimal") {
  const auto rules = rules_with("");
  CHECK(quantity(rules, "percent", "Der Zins beträgt 3,125 Prozent.", "3,125 Prozent").number ==
        3.125);
  CHECK(quantity(rules, "percent", "Ein Gewinn von 1.200 Prozent.", "1.200 Prozent").number ==
        1200);
}

TEST_CASE("a user's kind has a unit of its own") {
  const auto rules = rules_with(mine);
  CHECK(quantity(rules, "process_node", "Der Chip wird in rund 5 nm gefertigt.", "5 nm") ==
        faktum::QuantityValue{5, {}, {}, "nm", faktum::Modifier::approx});
  CHECK(quantity(rules, "process_node", "Er entsteht mit 1,8 Nanometern.", "1,8 Nanometern").unit ==
        "nm");
}

TEST_CASE("a user's kind may scale its numbers") {
  const auto rules = rules_with(transistors);
  CHECK(quantity(rules, "transistors", "Sie hat mehr als 76,3 Milliarden Transistoren.",
                 "76,3 Milliarden Transistoren") ==
        faktum::QuantityValue{76300000000.0, {}, {}, "Transistoren", faktum::Modifier::more_than});
  CHECK(quantity(rules, "transistors", "Sie hat zwei Billionen Transistoren.",
                 "zwei Billionen Transistoren")
            .number == 2e12);
}
