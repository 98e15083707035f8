// What `rules check` finds in valid rules; its messages are in tests/cli/cases/lint.txt.
#include "rules/lint.hpp"

#include "catch.hpp"
#include "faktum/faktum.hpp"
#include "rules/lint_pattern.hpp"

namespace {

// The escapes that are wrong in a pattern, as letters.
std::string wrong_in(std::string_view pattern) {
  const std::map<std::string, std::string> fragments{
      {"ascii", "Mio|Mrd"}, {"german", "[a-zä]+"}, {"maybe", "(?:Pro)?"}};
  std::string letters;
  for (const auto& escape : faktum::ascii_escapes(pattern, fragments)) letters += escape.letter;
  return letters;
}

}  // namespace

TEST_CASE("a word edge of RE2 is right beside what can only be ASCII") {
  for (const char* right :
       {R"(Mio\b\.?)", R"(\bAmt)", R"((?:Pro|Max)\b)", R"((?P<x>[A-Z\d]{1,2})\b)", R"({{ascii}}\b)",
        R"(x(?:\d{2}\b)+)", R"((?:X|x)(?:\b|$))", R"(é(?: Pro\b)?)", R"(a-?\d\b)",
        R"(Gen{{maybe}}\b)", R"(\\b)", R"((?i:pro)\b)"}) {
    INFO(right);
    CHECK(wrong_in(right).empty());
  }
  for (const char* wrong :
       {R"(é\b)", R"(\bÄmter)", R"({{german}}\b)", R"((?:Pro|Zoé)\b)", R"([^x]\b)", R"(6\+?\b)",
        R"(\b)", R"((?:é\b)+x*)", R"({{maybe}}\b)", R"(\p{L}\b)", R"(\x{E9}\b)", R"([A-Z-]\b)",
        R"(.\b)", R"((?:6\+|x)(?:\b|$))"}) {
    INFO(wrong);
    CHECK(wrong_in(wrong) == "b");
  }
}

TEST_CASE("classes of RE2 are right in brackets that name what they lack") {
  CHECK(wrong_in(R"([\s\x{A0}] [\wäöü] [\w\p{L}] \d \. \p{Lu})").empty());
  CHECK(wrong_in(R"(\s \w+ [\s-] [^\w] \B \W \S [\S\x{A0}])") == "swswBWSS");
  CHECK(wrong_in("[]\\s]") == "s");
}

TEST_CASE("the built-in rules have nothing that a lint finds") {
  auto rules = faktum::RuleSetBuilder().builtin().examples(true).build();
  REQUIRE(rules);
  for (const faktum::Error& finding : faktum::lint(rules.value().compiled())) {
    FAIL_CHECK(finding.to_string());
  }
}
