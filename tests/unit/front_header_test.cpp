// The worked example of faktum/faktum.hpp.
#include "catch.hpp"
#include "faktum/faktum.hpp"

TEST_CASE("the front header's example works as it says") {
  auto rules = faktum::RuleSetBuilder().builtin().build();
  REQUIRE(rules);
  faktum::Extractor extractor(rules.value());
  faktum::Document article;
  article.text = "Nvidia verlor am 30. Juli 193 Milliarden US-Dollar an Wert.";
  article.published =
      faktum::Date{std::chrono::year{2024}, std::chrono::August, std::chrono::day{1}};
  std::vector<std::string> texts;
  for (const faktum::Fact& fact : extractor.extract(article).facts) {
    texts.emplace_back(fact.span.of(article.text));
  }
  CHECK(texts == std::vector<std::string>{"Nvidia", "30. Juli", "193 Milliarden US-Dollar"});
}
