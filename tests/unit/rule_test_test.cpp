#include "rules/rule_test.hpp"

#include "catch.hpp"

namespace {

faktum::RuleTestReport tested(const std::string& toml) {
  auto rules = faktum::RuleSetBuilder().source("mine.toml", toml).examples(true).build();
  REQUIRE(rules);
  return faktum::test_rules(rules.value(), [](const faktum::RuleSpec&) { return true; });
}

const std::string head = "kind = \"k\"\n[[rule]]\nname = \"k.a\"\npattern = 'A\\d'\n";

}  // namespace

TEST_CASE("examples and rejects that hold") {
  const auto report = tested(head +
                             "examples = [ { text = \"Typ A7.\", finds = \"A7\" } ]\n"
                             "rejects = [ \"Typ B7.\" ]\n");
  CHECK(report.rules == 1);
  CHECK(report.examples == 1);
  CHECK(report.rejects == 1);
  CHECK(report.failures.empty());
}

TEST_CASE("an example fails by its span, its value or another rule") {
  const auto report = tested(
      "kind = \"k\"\nvalue = \"name\"\n[[rule]]\nname = \"k.a\"\npattern = 'A(?P<name>\\d)'\n"
      "examples = [ { text = \"Typ A7.\", finds = \"A\" },\n"
      "  { text = \"Typ A7.\", finds = \"A7\", value = { name = \"8\" } },\n"
      "  { text = \"Typ A7 Pro.\", finds = \"A7\" } ]\nrejects = []\n"
      "[[rule]]\nname = \"k.b\"\npattern = 'A\\d Pro'\nexamples = []\nrejects = [ \"Der A7 Pro.\" "
      "]\n");
  REQUIRE(report.failures.size() == 4);
  CHECK(report.failures[0].found == "\"A7\" by k.a");
  CHECK(report.failures[1].found == "its value is otherwise: name: \"7\", expected \"8\"");
  CHECK(report.failures[2].found == "\"A7 Pro\" by k.b");
  CHECK(report.failures[3].rule == "k.b");
  CHECK(report.failures[3].expected == "nothing by this rule");
}

TEST_CASE("a rule of value nothing must win its span") {
  const std::string nothing =
      "kind = \"n\"\nvalue = \"nothing\"\n[[rule]]\nname = \"n.a\"\npattern = 'Audi A\\d'\n"
      "examples = [ { text = \"Ein Audi A8.\", finds = \"Audi A8\" } ]\nrejects = [ \"Ein A8.\" "
      "]\n";
  CHECK(tested(nothing).failures.empty());
  auto rules =
      faktum::RuleSetBuilder()
          .source("n.toml", nothing)
          .source("k.toml", "kind = \"k\"\n[[rule]]\nname = \"k.a\"\npattern = 'Ein Audi A\\d'\n")
          .examples(true)
          .build();
  REQUIRE(rules);
  const auto report = faktum::test_rules(
      rules.value(), [](const faktum::RuleSpec& rule) { return rule.kind == "n"; });
  REQUIRE(report.failures.size() == 1);
  CHECK(report.failures[0].found == "\"Ein Audi A8\" by k.a");
}
