// Broken rule files: every error at once, with its place.
#include "catch.hpp"
#include "faktum/faktum.hpp"

namespace {

std::vector<std::string> errors_of(std::string toml) {
  const auto rules = faktum::RuleSetBuilder().source("mine.toml", std::move(toml)).build();
  std::vector<std::string> messages;
  if (rules) return messages;
  for (const faktum::Error& error : rules.errors()) messages.push_back(error.to_string());
  return messages;
}

}  // namespace

TEST_CASE("all errors of a rule file are told at once, in its order") {
  const auto messages = errors_of(R"(kind = "percent"
colour = "red"
[fragments]
a = '{{b}}'
b = '{{a}}'
[[rule]]
name = "percent.open"
pattern = '(\d+'
[[rule]]
name = "percent.missing"
pattern = '{{nowhere}} %'
[[rule]]
name = "percent.missing"
patern = '%'
pattern = '%'
)");
  REQUIRE(messages.size() == 6);
  CHECK(messages[0] ==
        "mine.toml:2:1: unknown key 'colour'; a rule file has kind, value, fragments, words and "
        "rule [rule.unknown_key]");
  CHECK_THAT(messages[1], Catch::Contains("[rule.fragment_cycle]"));
  CHECK(messages[2] ==
        "mine.toml:8:11: rule 'percent.open': RE2 refuses the pattern: missing ): (\\d+ "
        "[rule.pattern]");
  CHECK_THAT(messages[3], Catch::StartsWith("mine.toml:11:11: unknown fragment {{nowhere}}"));
  CHECK_THAT(messages[4], Catch::Contains("'percent.missing' is defined twice"));
  CHECK_THAT(messages[5], Catch::StartsWith("mine.toml:14:1: unknown key 'patern'"));
}

TEST_CASE("broken TOML is told with its place") {
  const auto messages = errors_of("kind = \"percent\nx");
  REQUIRE(messages.size() == 1);
  CHECK_THAT(messages[0], Catch::StartsWith("mine.toml:1:"));
}

TEST_CASE("what others miss of a file with broken TOML is not told") {
  const auto rules = faktum::RuleSetBuilder()
                         .source("broken.toml", "kind = \"x\"\n[fragments]\nnumber = '\\d+")
                         .source("mine.toml",
                                 "kind = \"x\"\n[[rule]]\nname = \"x.a\"\n"
                                 "pattern = '{{number}}'\nafter = '('\n")
                         .build();
  REQUIRE_FALSE(rules);
  REQUIRE(rules.errors().size() == 2);
  CHECK(rules.errors()[0].code == "rule.toml");
  CHECK(rules.errors()[1].code == "rule.pattern");
}

TEST_CASE("of a long pattern that RE2 refuses the beginning is told") {
  std::string pattern = "(";
  for (int i = 0; i < 100; ++i) pattern += "äöü";
  const auto messages =
      errors_of("kind = \"x\"\n[[rule]]\nname = \"x.a\"\npattern = '" + pattern + "'\n");
  REQUIRE(messages.size() == 1);
  CHECK_THAT(messages[0], Catch::Contains("missing ): (äöüäöü"));
  CHECK_THAT(messages[0], Catch::EndsWith("ü … [rule.pattern]"));
  CHECK(messages[0].size() < 200);
}

TEST_CASE("RE2's limits are errors, never silent non-matches") {
  const auto messages = errors_of(R"(kind = "big"
[[rule]]
name = "big.pattern"
pattern = '((((\p{L}{100}){100}){100}){100})'
)");
  REQUIRE(messages.size() == 1);
  CHECK_THAT(messages[0], Catch::StartsWith("mine.toml:4:11: rule 'big.pattern':"));
}

TEST_CASE("a list that is not there, a wrong kind and a wrong value are errors") {
  CHECK_THAT(errors_of("kind = \"x\"\n[[rule]]\nname = \"x.a\"\nlist = \"nowhere\"\n").at(0),
             Catch::Contains("there is no list 'nowhere'"));
  CHECK_THAT(errors_of("kind = \"X Y\"\n[[rule]]\nname = \"x.a\"\npattern = 'a'\n").at(0),
             Catch::Contains("[rule.kind]"));
  const auto behind =
      errors_of("kind = \"x\"\nvalue = \"y\"\n[[rule]]\nname = \"x.a\"\npattern = '('\n");
  REQUIRE(behind.size() == 2);
  CHECK_THAT(behind[0], Catch::Contains("unknown value 'y'"));
  CHECK_THAT(behind[1], Catch::Contains("rule 'x.a': RE2 refuses the pattern"));
  CHECK_THAT(
      errors_of("kind = \"date\"\nvalue = \"name\"\n[[rule]]\nname = \"date.a\"\npattern = 'a'\n")
          .at(0),
      Catch::Contains("has a value of its own"));
}

TEST_CASE("an unknown kind is refused with those that are known") {
  const auto rules =
      faktum::RuleSetBuilder()
          .source("mine.toml", "kind = \"x\"\n[[rule]]\nname = \"x.a\"\npattern = 'a'")
          .kinds({"y"})
          .build();
  REQUIRE_FALSE(rules);
  CHECK(rules.errors().at(0).message == "unknown kind 'y'; the rules know x");
}
