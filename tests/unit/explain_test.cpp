// Why a fact is one, and why nothing was found: each reason once.
#include "api/explain.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "catch.hpp"
#include "faktum/faktum.hpp"
#include "rules/compiled_rules.hpp"

namespace {

using Texts = std::vector<std::string>;

faktum::Document document_of(std::string text) {
  faktum::Document document;
  document.text = std::move(text);
  return document;
}

faktum::RuleSet rules_of(std::string toml, std::vector<std::string> kinds = {}) {
  auto rules = faktum::RuleSetBuilder()
                   .source("mine.toml", std::move(toml))
                   .path(FAKTUM_SOURCE_DIR "/tests/data/lists/firms.tsv")
                   .kinds(std::move(kinds))
                   .prefilter(false)
                   .build();
  REQUIRE(rules);
  return rules.value();
}

std::string rule(const std::string& name, const std::string& keys) {
  return "[[rule]]\nname = \"k." + name + "\"\n" + keys + "\n";
}

// "reason:text:detail" of what is refused, "fate:text" of the candidates.
Texts refused_in(const std::string& keys, const std::string& text) {
  const auto rules =
      rules_of("kind = \"k\"\nvalue = \"name\"\n" + rule("a", keys) +
               "[words.trim]\nno = [\"Der\"]\n[words.before]\nfirst = [\"frank\"]\n");
  Texts found;
  for (const faktum::Refused& refused : faktum::explain(rules, document_of(text)).refused) {
    found.push_back(std::string(name_of(refused.reason)) + ":" +
                    std::string(refused.span.of(text)) + ":" + refused.detail);
  }
  return found;
}

Texts fates_in(const std::string& toml, const std::string& text,
               std::vector<std::string> kinds = {}) {
  Texts found;
  const auto rules = rules_of(toml, std::move(kinds));
  for (const auto& explained : faktum::explain(rules, document_of(text)).candidates) {
    const faktum::RuleMatch& match = explained.match;
    std::string fate = std::string(name_of(explained.fate)) + ":" + match.rule->spec.name + ":" +
                       std::string(match.span.of(text));
    if (explained.fate == faktum::Fate::lost) {
      fate += ":" + std::string(name_of(explained.decider));
    }
    found.push_back(fate);
  }
  return found;
}

}  // namespace

TEST_CASE("what a rule's context refuses is named with what was seen") {
  CHECK(refused_in("pattern = 'Chip'", "Mikrochip und Chipsätze") == Texts{"edge:Chip:Chipsätze"});
  CHECK(refused_in("pattern = 'Der|Die'\ntrim = \"no\"", "Der Arm") == Texts{"trim:Der:"});
  CHECK(refused_in("pattern = 'A7'\nbefore = 'Chip '", "Das A7") == Texts{"before:A7:Das "});
  CHECK(refused_in("pattern = 'A7'\nafter = ' Chip'", "A7 kam") == Texts{"after:A7: kam"});
  CHECK(refused_in("pattern = 'A7'\nnot_before = 'Autobahn '", "Die Autobahn A7") ==
        Texts{"not_before:A7:Autobahn "});
  CHECK(refused_in("pattern = 'A7'\nnot_after = ' nach'", "A7 nach Ulm") ==
        Texts{"not_after:A7: nach"});
  CHECK(refused_in("pattern = 'Auer'\nnot_word_before = \"first\"", "Frank Auer") ==
        Texts{"not_word_before:Auer:Frank"});
}

TEST_CASE("words of the sentence and the document refuse every match of the rule") {
  CHECK(refused_in("pattern = 'A\\d'\nsentence = [\"Chip*\"]", "A7 und A8") ==
        Texts{"sentence:A7:", "sentence:A8:"});
  CHECK(refused_in("pattern = 'A7'\nnot_sentence = [\"Stau\"]", "Stau: A7") ==
        Texts{"not_sentence:A7:Stau"});
  CHECK(refused_in("pattern = 'A7'\ndocument = [\"Chip*\"]", "A7") == Texts{"document:A7:"});
  CHECK(refused_in("pattern = 'A7'\nnot_document = [\"Stau\"]", "A7.\n\nDer Stau.") ==
        Texts{"not_document:A7:Stau"});
  CHECK(refused_in("pattern = 'Typ (?P<span>A7)'\ndocument = [\"x\"]", "Typ A7") ==
        Texts{"document:A7:"});
}

TEST_CASE("a list's forms are refused with their entry") {
  const std::string ambiguous = "list = \"firms\"\nambiguous = true\n";
  CHECK(refused_in(ambiguous + "before = 'Firma '", "Der Arm") == Texts{"before:Arm:Der "});
  CHECK(refused_in(ambiguous + "beside = true", "Der Arm") == Texts{"beside:Arm:"});
  CHECK(refused_in(ambiguous + "names = [\"Meta\"]", "Der Arm") == Texts{"names:Arm:"});
  CHECK(refused_in("list = \"firms\"", "Der Arm") == Texts{"unasked:Arm:"});
  CHECK(refused_in(ambiguous + "sentence = [\"Aktie\"]", "Der Arm") == Texts{"sentence:Arm:"});

  const auto rules = rules_of("kind = \"k\"\nvalue = \"name\"\n" + rule("a", "list = \"firms\""));
  const auto explanation = faktum::explain(rules, document_of("Der Arm"));
  REQUIRE(explanation.refused.size() == 1);
  const faktum::Refused& refused = explanation.refused.front();
  CHECK(refused.rule == nullptr);
  CHECK(refused.ambiguous);
  CHECK(refused.list->cell(refused.entry, 0) == "Arm");
}

TEST_CASE("a recalled name is refused like what introduced it") {
  CHECK(refused_in("pattern = 'RTX (?P<n>\\d{4})'\nrecall = [\"{n}\"]\nnot_after = ' MHz'",
                   "Die RTX 4090 hat 4090 MHz.") == Texts{"not_after:4090: MHz"});
}

TEST_CASE("each candidate has a fate, and a lost one what decided") {
  const std::string head = "kind = \"k\"\nvalue = \"name\"\n";
  CHECK(fates_in(head + rule("a", "pattern = 'A7'") + rule("b", "pattern = 'A7 Pro'"), "A7 Pro") ==
        Texts{"fact:k.b:A7 Pro", "lost:k.a:A7:length"});
  CHECK(fates_in(head + rule("a", "pattern = 'A7'") + rule("b", "pattern = 'A7'\npriority = 1"),
                 "A7") == Texts{"fact:k.b:A7", "lost:k.a:A7:priority"});
  CHECK(fates_in(head + rule("a", "pattern = 'A7'") + rule("b", "pattern = 'A7'"), "A7") ==
        Texts{"fact:k.a:A7", "lost:k.b:A7:rule"});
  CHECK(fates_in(head + rule("a", "pattern = 'a b'") + rule("b", "pattern = 'b c'"), "a b c") ==
        Texts{"fact:k.a:a b", "lost:k.b:b c:begin"});
  CHECK(fates_in("kind = \"none\"\nvalue = \"nothing\"\n[[rule]]\nname = \"none.a\"\n"
                 "pattern = 'A7'",
                 "A7") == Texts{"silent:none.a:A7"});
  CHECK(fates_in("kind = \"date\"\n[[rule]]\nname = \"date.a\"\n"
                 "pattern = '(?P<year>\\d{4})-(?P<month>\\d\\d)-(?P<day>\\d\\d)'",
                 "2024-02-30") == Texts{"no_value:date.a:2024-02-30"});
}

TEST_CASE("the kind decides between candidates of one length, and may not be asked for") {
  auto rules =
      faktum::RuleSetBuilder()
          .source("a.toml",
                  "kind = \"chip\"\n[[rule]]\nname = \"chip.a\"\n"
                  "pattern = 'A7'\nset = { model = \"A7\" }")
          .source("b.toml", "kind = \"k\"\nvalue = \"name\"\n" + rule("a", "pattern = 'A7'"))
          .kinds({"k"})
          .build();
  REQUIRE(rules);
  const auto explanation = faktum::explain(rules.value(), document_of("A7"));
  REQUIRE(explanation.candidates.size() == 2);
  CHECK(explanation.candidates[0].fate == faktum::Fate::unwanted);
  CHECK(explanation.candidates[1].fate == faktum::Fate::lost);
  CHECK(explanation.candidates[1].winner == 0);
  CHECK(explanation.candidates[1].decider == faktum::Decider::kind);
  CHECK(faktum::explain(rules.value(), document_of("A78")).refused.size() == 1);
}

TEST_CASE("an explanation and an extraction have the same facts") {
  auto rules = faktum::RuleSetBuilder().builtin().build();
  REQUIRE(rules);
  faktum::Extractor extractor(rules.value());
  std::size_t texts = 0;
  for (const auto& file : std::filesystem::directory_iterator(FAKTUM_SOURCE_DIR "/samples")) {
    if (file.path().extension() != ".txt") continue;
    ++texts;
    std::ifstream in(file.path(), std::ios::binary);
    const auto document = document_of({std::istreambuf_iterator<char>(in), {}});
    const auto facts = extractor.extract(document).facts;
    std::size_t next = 0;
    for (const auto& explained : faktum::explain(rules.value(), document).candidates) {
      if (explained.fate != faktum::Fate::fact) continue;
      REQUIRE(next < facts.size());
      CHECK(explained.match.span == facts[next].span);
      CHECK(explained.match.rule->spec.name == facts[next].rule);
      CHECK(explained.value == facts[next].value);
      ++next;
    }
    CHECK(next == facts.size());
  }
  CHECK(texts > 0);
}
