// Rules of a user's own: the keys of a rule file at work.
#include "catch.hpp"
#include "faktum/faktum.hpp"

namespace {

using Texts = std::vector<std::string>;

// "kind:text" of each fact.
Texts facts_of(std::string toml, const std::string& text) {
  auto rules = faktum::RuleSetBuilder().source("mine.toml", std::move(toml)).build();
  REQUIRE(rules);
  faktum::Extractor extractor(rules.value());
  faktum::Document document;
  document.text = text;
  Texts facts;
  for (const faktum::Fact& fact : extractor.extract(document).facts) {
    facts.push_back(std::string(fact.kind) + ":" + std::string(fact.span.of(text)));
  }
  return facts;
}

using Groups = decltype(faktum::GroupsValue::groups);

// The groups of the only fact.
Groups groups_of(std::string toml, const std::string& text) {
  auto rules = faktum::RuleSetBuilder().source("mine.toml", std::move(toml)).build();
  REQUIRE(rules);
  faktum::Document document;
  document.text = text;
  const auto facts = faktum::Extractor(rules.value()).extract(document).facts;
  REQUIRE(facts.size() == 1);
  return std::get<faktum::GroupsValue>(facts[0].value).groups;
}

std::string rule(const std::string& keys) {
  return "kind = \"k\"\n[[rule]]\nname = \"k.a\"\n" + keys + "\n";
}

}  // namespace

TEST_CASE("a match begins and ends at word edges") {
  CHECK(facts_of(rule("pattern = 'Chips?'"), "Chip, Chips, Chipsatz, KI-Chip, Mikrochip") ==
        Texts{"k:Chip", "k:Chips", "k:Chip"});
  CHECK(facts_of(rule("pattern = 'Chip'\nedges = \"part\""), "Chipsatz Mikrochip") ==
        Texts{"k:Chip"});
  CHECK(facts_of(rule("pattern = 'hip'\nedges = \"none\""), "Chipsatz") == Texts{"k:hip"});
  CHECK(facts_of(rule("pattern = '05'"), "12.05.2023, 05.").size() == 1);
}

TEST_CASE("of the matches that begin at a place the longest one counts that ends at a word edge") {
  CHECK(facts_of(rule("pattern = 'Chip(?: Pro| Plus| Grö)*'"),
                 "Chip Pro Pluspunkt, Chip Prozess, Chip Größe, Chip Plus, Chipsatz Pro") ==
        Texts{"k:Chip Pro", "k:Chip", "k:Chip", "k:Chip Plus"});
}

TEST_CASE("neighbours decide") {
  const std::string text = "Grafikkarte 4090, Preis 4090 Euro, Hausnummer 4090.";
  CHECK(facts_of(rule("pattern = '4090'\nbefore = 'karte '"), text).size() == 1);
  CHECK(facts_of(rule("pattern = '4090'\nafter = ' Euro'"), text).size() == 1);
  CHECK(facts_of(rule("pattern = '4090'\nnot_before = 'Hausnummer '"), text).size() == 2);
  CHECK(facts_of(rule("pattern = '4090'\nnot_after = ' Euro'"), text).size() == 2);
}

TEST_CASE("words of the sentence and of the document decide") {
  const std::string text = "Die A100 rechnet als Chip.\n\nAuf der A100 ist Stau.";
  CHECK(facts_of(rule("pattern = 'A100'\nsentence = [\"Chip*\"]"), text).size() == 1);
  CHECK(facts_of(rule("pattern = 'A100'\nnot_sentence = [\"Stau\"]"), text).size() == 1);
  CHECK(facts_of(rule("pattern = 'A100'\ndocument = [\"*tau\"]"), text).size() == 2);
  CHECK(facts_of(rule("pattern = 'A100'\nnot_document = [\"Stau\"]"), text).empty());
}

TEST_CASE("the span group narrows, the longer wins, nothing wins its span") {
  CHECK(facts_of(rule("pattern = 'Typ (?P<span>[A-Z]\\d)'"), "Typ A7") == Texts{"k:A7"});
  CHECK(facts_of(rule("pattern = 'A7'") + "[[rule]]\nname = \"k.b\"\npattern = 'A7 Pro'",
                 "A7 Pro") == Texts{"k:A7 Pro"});
  auto rules = faktum::RuleSetBuilder()
                   .source("a.toml", rule("pattern = 'A7'"))
                   .source("b.toml",
                           "kind = \"none\"\nvalue = \"nothing\"\n[[rule]]\nname = \"none.road\"\n"
                           "pattern = 'A7'\nbefore = 'Autobahn '")
                   .build();
  REQUIRE(rules);
  faktum::Document document;
  document.text = "Autobahn A7, Prozessor A7";
  const auto facts = faktum::Extractor(rules.value()).extract(document).facts;
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].span.begin == document.text.rfind("A7"));
}

TEST_CASE("what was introduced is recalled") {
  CHECK(facts_of(rule("pattern = 'RTX (?P<number>\\d{4})'\nrecall = [\"{number}\"]\n"
                      "not_after = ' MHz'"),
                 "Die 4090 war weg. Die RTX 4090 kommt wieder, mit 4090 MHz.") ==
        Texts{"k:4090", "k:RTX 4090"});
}

TEST_CASE("initials in brackets behind a name are recalled") {
  const std::string lumen = rule("pattern = 'Lumen Glas Werke|Lumen'\nrecall = [\"{initials}\"]");
  CHECK(facts_of(lumen, "Die Lumen Glas Werke (LGW) und die LGW.") ==
        Texts{"k:Lumen Glas Werke", "k:LGW", "k:LGW"});
  CHECK(facts_of(lumen, "Die Lumen Glas Werke (LXW), die LXW.") == Texts{"k:Lumen Glas Werke"});
  CHECK(facts_of(lumen, "Die Lumen Glas Werke (ALGW), die ALGW.") == Texts{"k:Lumen Glas Werke"});
  CHECK(facts_of(lumen, "Die Lumen Glas Werke (LGW") == Texts{"k:Lumen Glas Werke"});
  CHECK(facts_of(lumen, "Die Lumen (LU), die LU.") == Texts{"k:Lumen"});
}

TEST_CASE("a kind of one's own has a number with a unit") {
  CHECK(groups_of("kind = \"power\"\nvalue = \"groups\"\n[[rule]]\nname = \"power.watt\"\n"
                  "pattern = '(?P<number>\\d+) Watt'\nset = { unit = \"W\" }",
                  "Sie zieht 450 Watt.") == Groups{{"number", "450"}, {"unit", "W"}});
}

TEST_CASE("a group that takes no part has its key all the same") {
  CHECK(groups_of(rule("pattern = '(?P<hedge>rund )?(?P<number>\\d+) Watt'"),
                  "Sie zieht 450 Watt.") == Groups{{"hedge", std::nullopt}, {"number", "450"}});
}

TEST_CASE("trim cuts words off the beginning") {
  CHECK(facts_of(rule("pattern = '(?:\\p{Lu}\\p{L}+ )+GmbH'\ntrim = \"no\"") +
                     "[words.trim]\nno = [\"Der\", \"*hersteller\"]",
                 "Der Chiphersteller Velkora GmbH. Der Chiphersteller GmbH.") ==
        Texts{"k:Velkora GmbH", "k:GmbH"});
  CHECK(facts_of(rule("pattern = '(?:\\p{Lu}\\p{L}+ )+GmbH'\ntrim = [\"no\", \"nor\"]") +
                     "[words.trim]\nno = [\"Der\"]\nnor = [\"*hersteller\"]",
                 "Der Chiphersteller Velkora GmbH.") == Texts{"k:Velkora GmbH"});
}

TEST_CASE("each of many rules is tried where its own literals are, whatever their case") {
  constexpr int count = 1100;  // in three blocks of sets
  std::string toml = "kind = \"k\"\n";
  std::string text;
  Texts wanted;
  for (int i = 0; i < count; ++i) {
    std::string word = i % 2 == 0 ? "wort" : "Wort";  // digits are all one to the prefilter
    for (int rest = i; rest > 0; rest /= 10) word += static_cast<char>('a' + rest % 10);
    toml += "[[rule]]\nname = \"k.r" + std::to_string(i) + "\"\npattern = '" + word +
            "'\nafter = ' steht hier'\n";
    text += "Satz " + std::to_string(i) + ": " + word + " steht hier.\n\nUnd " + word +
            " steht da.\n\n";
    wanted.push_back("k:" + word);
  }
  CHECK(facts_of(toml, text) == wanted);
}

TEST_CASE("prefilter on and off give the same answer") {
  const std::string toml = rule("pattern = '(?:Umsatz|Gewinn)(?:s|e)?'");
  const std::string text = "Der UMSATZ, der Umsatz, die Gewinne.\n\nÄmter und Gewinns.";
  for (const bool on : {true, false}) {
    auto rules = faktum::RuleSetBuilder().source("mine.toml", toml).prefilter(on).build();
    REQUIRE(rules);
    faktum::Document document;
    document.text = text;
    CHECK(faktum::Extractor(rules.value()).extract(document).facts.size() == 3);
  }
}
