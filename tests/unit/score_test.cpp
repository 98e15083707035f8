#include "cli/score.hpp"

#include "catch.hpp"

using faktum::FoundMention;
using faktum::GoldMention;
using faktum::Mistake;

namespace {

struct Outcome {
  faktum::Scores scores;
  std::vector<faktum::Finding> findings;
};

Outcome score(const std::vector<GoldMention>& gold, const std::vector<FoundMention>& found,
              const std::set<std::string>& kinds = {"money", "date"}) {
  Outcome outcome;
  faktum::score_document(gold, found, kinds, outcome.scores, outcome.findings);
  return outcome;
}

const faktum::Value dollars = faktum::MoneyValue{5e9, {}, {}, "USD", {}};

}  // namespace

TEST_CASE("only the exact span of the same kind is correct") {
  const auto outcome = score(
      {{"money", {0, 5}, false, {}}, {"money", {10, 15}, false, {}}},
      {{"money", {0, 5}, &dollars}, {"money", {10, 14}, &dollars}, {"date", {10, 15}, &dollars}});
  const faktum::KindScore& money = outcome.scores.at("money");
  CHECK(money.gold == 2);
  CHECK(money.found == 2);
  CHECK(money.correct == 1);
  CHECK(money.precision() == Approx(0.5));
  CHECK(money.recall() == Approx(0.5));
  CHECK(money.f1() == Approx(0.5));
  CHECK(outcome.scores.at("date").found == 1);
  REQUIRE(outcome.findings.size() == 3);
  CHECK(outcome.findings[0].mistake == Mistake::missed);
  CHECK(outcome.findings[1].mistake == Mistake::wrong_hit);
}

TEST_CASE("optional mentions count neither for nor against") {
  const std::vector<GoldMention> gold = {{"money", {0, 5}, true, {}}};
  CHECK(score(gold, {}).scores["money"].gold == 0);
  CHECK(score(gold, {{"money", {0, 5}, &dollars}}).scores["money"].found == 0);
  CHECK(score(gold, {{"money", {3, 9}, &dollars}}).findings.empty());
  CHECK(score(gold, {{"date", {0, 5}, &dollars}}).findings.size() == 1);
  CHECK(score(gold, {{"money", {5, 9}, &dollars}}).findings.size() == 1);
}

TEST_CASE("kinds that are not asked for do not count") {
  const auto outcome =
      score({{"money", {0, 5}, false, {}}}, {{"chip", {0, 5}, &dollars}}, {"date"});
  CHECK(outcome.scores.empty());
  CHECK(outcome.findings.empty());
}

TEST_CASE("values are compared key by key where gold gives them") {
  const auto with = [](const char* json) {
    return score({{"money", {0, 5}, false, nlohmann::ordered_json::parse(json)}},
                 {{"money", {0, 5}, &dollars}});
  };
  CHECK(with(R"({"amount": 5000000000})").scores["money"].right_values == 1);
  CHECK(with(R"({"amount": 5000000000.000001, "currency": "USD"})").scores["money"].right_values ==
        1);
  CHECK(with(R"({"modifier": null})").scores["money"].right_values == 1);
  CHECK(with("null").scores["money"].values == 0);
  const auto wrong = with(R"({"amount": 5100000000, "unit": "x"})");
  CHECK(wrong.scores.at("money").values == 1);
  CHECK(wrong.scores.at("money").right_values == 0);
  REQUIRE(wrong.findings.size() == 1);
  CHECK(wrong.findings[0].detail ==
        "amount: 5000000000, expected 5100000000; unit: no such key, expected \"x\"");
}

TEST_CASE("nothing found and nothing sought divide by nothing") {
  CHECK(faktum::KindScore{}.f1() == 0);
  CHECK(faktum::KindScore{}.precision() == 0);
}
