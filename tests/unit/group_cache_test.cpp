#include "match/group_cache.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "match/fold.hpp"

using faktum::GroupCache;
using faktum::Pattern;
using faktum::reads_digits_alike;
using faktum::Span;

namespace {

// The groups as texts, "-" for those that took no part.
std::vector<std::string> groups_of(GroupCache& cache, const Pattern& pattern,
                                   const std::string& text, Span matched) {
  std::vector<Span> spans;
  cache.read(7, pattern.compiled(), text, matched, spans);
  std::vector<std::string> groups;
  for (const Span span : spans) {
    groups.emplace_back(span == GroupCache::no_part ? "-" : span.of(text));
  }
  return groups;
}

using Groups = std::vector<std::string>;

}  // namespace

TEST_CASE("Groups that are remembered lie in the text at hand") {
  const Pattern pattern("(\\d+)(?:,(\\d))? (Euro|Dollar)");
  REQUIRE(pattern.compiled().digits_alike);
  GroupCache cache;
  CHECK(groups_of(cache, pattern, "12,5 Euro", {0, 9}) == Groups{"12,5 Euro", "12", "5", "Euro"});
  CHECK(groups_of(cache, pattern, "um 98,7 Euro.", {3, 12}) ==
        Groups{"98,7 Euro", "98", "7", "Euro"});
  CHECK(groups_of(cache, pattern, "um 98 Euro.", {3, 10}) == Groups{"98 Euro", "98", "-", "Euro"});
  CHECK(groups_of(cache, pattern, "ja 11 Euro.", {3, 10}) == Groups{"11 Euro", "11", "-", "Euro"});
}

TEST_CASE("Digits that a pattern tells apart are remembered apart") {
  const Pattern pattern("(1\\d|\\d)(\\d*)");
  REQUIRE_FALSE(pattern.compiled().digits_alike);
  GroupCache cache;
  CHECK(groups_of(cache, pattern, "123", {0, 3}) == Groups{"123", "12", "3"});
  CHECK(groups_of(cache, pattern, "223", {0, 3}) == Groups{"223", "2", "23"});
}

TEST_CASE("What stands beside a match counts") {
  const Pattern pattern("a(?:\\b(x?)|(x?))");
  GroupCache cache;
  for (int i = 0; i < 2; ++i) {
    CHECK(groups_of(cache, pattern, "a b", {0, 1}) == Groups{"a", "", "-"});
    CHECK(groups_of(cache, pattern, "ab", {0, 1}) == Groups{"a", "-", ""});
  }
}

TEST_CASE("Patterns that ask for no digit of their own read digits alike") {
  for (const char* pattern : {"\\d{1,3}", "[0-9.]+", "a\\x{2013}b", "\\x27", "(?P<n1>[a-z])"}) {
    CHECK(reads_digits_alike(pattern));
  }
  for (const char* pattern : {"20\\d\\d", "[1-9]", "[^5]", "\\x35", "\\x{35}"}) {
    CHECK_FALSE(reads_digits_alike(pattern));
  }
}
