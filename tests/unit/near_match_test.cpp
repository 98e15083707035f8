#include "cli/near_match.hpp"

#include "catch.hpp"

TEST_CASE("the nearest word is proposed, a distant one is not") {
  const std::vector<std::string> known = {"json", "jsonl", "facts", "html", "text"};
  CHECK(faktum::near_match("jsno", known) == "json");
  CHECK(faktum::near_match("jsonll", known) == "jsonl");
  CHECK(faktum::near_match("fact", known) == "facts");
  CHECK(faktum::near_match("tetx", known) == "text");
  CHECK(faktum::near_match("yaml", known) == std::nullopt);
  CHECK(faktum::near_match("xyz", known) == std::nullopt);
  CHECK(faktum::near_match("", known) == std::nullopt);
  CHECK(faktum::near_match("json", {}) == std::nullopt);
}
