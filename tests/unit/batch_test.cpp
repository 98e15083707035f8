// Documents extracted in one go are as if each were extracted alone.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>

#include "catch.hpp"
#include "faktum/faktum.hpp"

namespace {

using faktum::Document;

Document document_of(std::string text, int day = 1) {
  Document document;
  document.text = std::move(text);
  document.published = faktum::Date{std::chrono::year{2024}, std::chrono::May,
                                    std::chrono::day{static_cast<unsigned>(day)}};
  return document;
}

// "kind begin end sentence rule" of each fact.
std::vector<std::string> lines_of(const faktum::Extraction& extraction) {
  std::vector<std::string> lines;
  for (const faktum::Fact& fact : extraction.facts) {
    lines.push_back(std::string(fact.kind) + ' ' + std::to_string(fact.span.begin) + ' ' +
                    std::to_string(fact.span.end) + ' ' + std::to_string(fact.sentence) + ' ' +
                    std::string(fact.rule));
  }
  return lines;
}

// How many facts they hold.
std::size_t check_same(const faktum::RuleSet& rules, std::span<const Document> documents) {
  faktum::Extractor together(rules);
  faktum::Extractor alone(rules);
  const std::vector<faktum::Extraction> extractions = together.extract(documents);
  REQUIRE(extractions.size() == documents.size());
  std::size_t facts = 0;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    INFO(documents[i].text);
    const faktum::Extraction wanted = alone.extract(documents[i]);
    CHECK(lines_of(extractions[i]) == lines_of(wanted));
    CHECK(extractions[i].sentences == wanted.sentences);
    for (std::size_t f = 0; f < wanted.facts.size(); ++f) {
      CHECK(extractions[i].facts.at(f).value == wanted.facts[f].value);
    }
    facts += wanted.facts.size();
  }
  return facts;
}

}  // namespace

TEST_CASE("documents of a batch stay apart") {
  const auto rules = faktum::RuleSetBuilder().builtin().build();
  REQUIRE(rules);
  const std::vector<Document> documents{
      document_of("Die Aktie der Deutschen"),
      document_of("Bank stieg am Freitag um 3", 8),
      document_of(" Prozent mehr als am Freitag.\n\n", 17),
      document_of(""),
      document_of("Der Chiphersteller Velkora baut den NX7 in Dresden."),
      document_of("Velkora ist der Name einer Katze. Die RTX 5090 kostet 2.329 Euro."),
      document_of(" \n\n "),
      document_of("Dem 5090 fehlt hier die Karte. Die Grafikkarte 5080 nicht"),
      document_of("Meta und Instagram wachsen. Meta verdient mehr."),
      document_of("Meta heißt auch eine Ebene darüber. Bis Dezember wird gebaut.", 29),
      document_of("12"),
      document_of("Euro zahlt Nvidia"),
      document_of("s Chef am 3."),
      document_of("Mai."),
  };
  CHECK(check_same(rules.value(), documents) >= 9);
  CHECK(check_same(rules.value(), std::span(documents).subspan(3, 1)) == 0);
  CHECK(faktum::Extractor(rules.value()).extract(std::span<const Document>()).empty());
}

TEST_CASE("a document without sentences leaves nothing of the one before it") {
  const auto rules = faktum::RuleSetBuilder().builtin().build();
  REQUIRE(rules);
  faktum::Extractor extractor(rules.value());
  CHECK(extractor.extract(document_of("Nvidia.")).facts.size() == 1);
  CHECK(extractor.extract(document_of(std::string(100, ' '))).facts.empty());
  CHECK(extractor.extract(document_of("Das ist Nvidia.")).facts.size() == 1);
}

TEST_CASE("the samples' lines, each a document, are the same together and alone") {
  const auto rules = faktum::RuleSetBuilder().builtin().build();
  REQUIRE(rules);
  std::vector<Document> documents;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(FAKTUM_SOURCE_DIR) / "samples")) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      documents.push_back(document_of(line, static_cast<int>(documents.size() % 31) + 1));
    }
  }
  // One that is too large for a batch, between them.
  std::string large;
  while (large.size() < (1U << 20U))
    large += documents[large.size() % documents.size()].text + '\n';
  documents.insert(documents.begin() + 5, document_of(std::move(large)));
  CHECK(check_same(rules.value(), documents) > 1000);
}
