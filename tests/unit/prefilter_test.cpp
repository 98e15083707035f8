#include "match/prefilter.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"
#include "match/fold.hpp"
#include "rules/atoms.hpp"

using faktum::necessary_atoms;
using faktum::Prefilter;

namespace {

std::set<std::pair<std::uint32_t, std::size_t>> hits_of(const std::vector<std::string>& literals,
                                                        std::string_view text) {
  std::set<std::pair<std::uint32_t, std::size_t>> hits;
  Prefilter::Scratch scratch;
  const Prefilter prefilter(literals);
  prefilter.scan(text, scratch, [&](std::uint32_t ending, std::size_t, std::size_t end) {
    for (const std::uint32_t literal : prefilter.literals(ending)) hits.emplace(literal, end);
  });
  return hits;
}

}  // namespace

TEST_CASE("the prefilter finds literals that overlap and contain each other") {
  CHECK(hits_of({"euro", "eu", "rox", "%"}, "5 % eurox") ==
        std::set<std::pair<std::uint32_t, std::size_t>>{{3, 3}, {1, 6}, {0, 8}, {2, 9}});
}

TEST_CASE("the prefilter finds bytes beyond ASCII and every occurrence") {
  CHECK(hits_of({"märz", "ä"}, "märz, märz").size() == 4);
  CHECK(hits_of({}, "text").empty());
  CHECK(hits_of({"lang"}, "la").empty());
}

TEST_CASE("the prefilter finds a capital where one stands, and a small letter in both cases") {
  const std::vector<std::string> literals{"euro", "Euro", "EU", "ROx", "märz"};
  const auto found = [&](std::string_view text) {
    std::multiset<std::string> names;
    for (const auto& [literal, end] : hits_of(literals, text)) names.insert(literals[literal]);
    return names;
  };
  using Names = std::multiset<std::string>;
  CHECK(found("euro") == Names{"euro"});
  CHECK(found("Euro") == Names{"Euro", "euro"});
  CHECK(found("EURO") == Names{"EU", "Euro", "euro"});
  CHECK(found("eURo") == Names{"euro"});
  CHECK(found("EuroEUROx") == Names{"EU", "Euro", "Euro", "euro", "euro", "ROx"});
  CHECK(found("MÄRZ März mÄrZ") == Names{"märz", "märz", "märz"});
}

TEST_CASE("the prefilter finds each literal once where its walks meet, and in order") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 7 == 0 ? "abc" : "xay";
  const Prefilter prefilter({"a", "abc", "cxay", "yxayxayab"});
  Prefilter::Scratch scratch;
  for (std::size_t size = 0; size < text.size(); size = size * 9 / 8 + 1) {
    const std::string_view part = std::string_view(text).substr(0, size);
    std::vector<std::size_t> ends;
    std::size_t found = 0;
    prefilter.scan(part, scratch, [&](std::uint32_t ending, std::size_t, std::size_t end) {
      for (const std::uint32_t literal : prefilter.literals(ending)) {
        const std::size_t length = std::vector<std::size_t>{1, 3, 4, 9}[literal];
        CHECK(part.substr(end - length, length) ==
              std::vector<std::string_view>{"a", "abc", "cxay", "yxayxayab"}[literal]);
        ++found;
      }
      ends.push_back(end);
    });
    CHECK(std::is_sorted(ends.begin(), ends.end()));
    std::size_t wanted = 0;
    for (const std::string_view literal : {"a", "abc", "cxay", "yxayxayab"}) {
      for (std::size_t at = part.find(literal); at != part.npos; at = part.find(literal, at + 1)) {
        ++wanted;
      }
    }
    CHECK(found == wanted);
  }
}

using Sets = std::vector<std::vector<std::string>>;

TEST_CASE("atoms are the rare literals of which a match needs one") {
  CHECK(necessary_atoms(R"(\d+ ?(?:%|Prozent))") ==
        Sets{{"%", "Prozent"}, {"0"}});  // digits are frequent
  CHECK(necessary_atoms("GeForce RTX [0-9]{4}") == Sets{{"GeForce RTX 0000"}});
  CHECK(necessary_atoms("(?:Anfang|Ende) (?:Mai|Juni)").at(0).size() == 4);
}

TEST_CASE("a match may need a literal of each of several sets") {
  CHECK(necessary_atoms(R"((?:bis|oder).*(?:Euro|Dollar))") ==
        Sets{{"bis", "oder"}, {"Dollar", "Euro"}});
}

TEST_CASE("an atom is cut where its letters have no capital of their length") {
  CHECK(necessary_atoms("Škoda") == Sets{{"koda"}});
}

TEST_CASE("a capital is one to the prefilter, unless the pattern says that case does not matter") {
  CHECK(necessary_atoms("(?i:AG)") == Sets{{"ag"}});
  CHECK(necessary_atoms("(?:(?i)ag)X") == Sets{{"agX"}});
  CHECK(necessary_atoms("(?i:A)G") == Sets{{"aG"}});
  CHECK(necessary_atoms("[Tt]eil") == Sets{{"teil"}});
  CHECK(faktum::capitals_fit("aG", "AG"));
  CHECK_FALSE(faktum::capitals_fit("aG", "ag"));
}

TEST_CASE("digits are one to the prefilter") {
  CHECK(necessary_atoms(R"(A\d{3})") == Sets{{"A000"}});
  CHECK(faktum::fold_pattern(R"((?P<n2>\d{1,3})[1-9][^5][^0-9a]\x{00A0}x7)") ==
        R"((?P<n2>00{0,2})[0][^\x00][^0a]\x{00A0}x0)");
  CHECK(faktum::fold_pattern(R"([1-9]{2,3}\d{1,1}\d{0,2}\d{2,}\d{2}[a-f0-9]{1,2}a{1,2})") ==
        R"([0]00{0,1}00{0,2}0{2,}0{2}[a-f0]{1,2}a{1,2})");
  CHECK(necessary_atoms(R"([AM]\d{1,2}X?)") == Sets{{"a0", "m0"}});
  std::string folded;
  faktum::fold_text("RTX 4090, ÄÖ×", folded);
  CHECK(folded == "rtx 0000, äö×");
}

TEST_CASE("a pattern without literals has no atoms") {
  CHECK(necessary_atoms(R"(\p{Lu}\p{L}+)").empty());
  CHECK(necessary_atoms(R"((?:Euro)?\p{L}+)").empty());
}
