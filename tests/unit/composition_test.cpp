// Texts whose letters stand apart from their marks have the facts of those in which they do not.
#include "text/composition.hpp"

#include <unicode/normalizer2.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "api/explain.hpp"
#include "catch.hpp"
#include "faktum/faktum.hpp"

namespace {

using faktum::Composition;
using faktum::Span;

std::string normalized(const icu::Normalizer2* form, const std::string& text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  form->normalizeUTF8(0, text, sink, nullptr, status);
  REQUIRE(U_SUCCESS(status));
  return out;
}

std::string composed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(icu::Normalizer2::getNFCInstance(status), text);
}

std::string decomposed(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  return normalized(icu::Normalizer2::getNFDInstance(status), text);
}

faktum::Document document_of(std::string text) {
  faktum::Document document;
  document.text = std::move(text);
  document.published = faktum::Date{std::chrono::year{2024}, std::chrono::May, std::chrono::day{2}};
  return document;
}

}  // namespace

TEST_CASE("a text in the form already is not composed") {
  CHECK_FALSE(Composition::of(""));
  CHECK_FALSE(Composition::of("Über März und Jänner, Ωmega"));
  CHECK_FALSE(Composition::of("x\u0304"));
  CHECK_FALSE(Composition::of("\u0370"));
}

TEST_CASE("places of a composed text are those of the text it was made of") {
  const auto composition = Composition::of("Ma\u0308rz, u\u0308ber 3 %, A\u030A\u0301");
  REQUIRE(composition);
  CHECK(composition->text() == "M\u00E4rz, \u00FCber 3 %, \u01FA");
  CHECK(composition->original({0, 5}) == Span{0, 6});
  CHECK(composition->original({1, 3}) == Span{1, 4});
  CHECK(composition->original({7, 12}) == Span{8, 14});
  CHECK(composition->original({13, 16}) == Span{15, 18});
  CHECK(composition->original({18, 20}) == Span{20, 25});
  CHECK(composition->original({20, 20}) == Span{25, 25});
  // Inside a letter there is no place: the whole of it is meant.
  CHECK(composition->original({2, 2}) == Span{1, 4});
}

TEST_CASE("decomposed texts have the facts of composed ones, at their own places") {
  const auto rules = faktum::RuleSetBuilder().builtin().build();
  REQUIRE(rules);
  faktum::Extractor extractor(rules.value());
  std::size_t changed = 0;
  for (const auto& file : std::filesystem::directory_iterator(FAKTUM_SOURCE_DIR "/samples")) {
    if (file.path().extension() != ".txt") continue;
    INFO(file.path());
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text = composed({std::istreambuf_iterator<char>(in), {}});
    const std::vector<faktum::Document> documents{document_of(text), document_of(decomposed(text)),
                                                  document_of("Im Mai.")};
    if (documents[1].text != text) ++changed;
    const auto extractions = extractor.extract(documents);
    const auto& wanted = extractions[0].facts;
    const auto& facts = extractions[1].facts;
    REQUIRE(facts.size() == wanted.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
      CHECK(composed(std::string(facts[i].span.of(documents[1].text))) == wanted[i].span.of(text));
      CHECK(facts[i].value == wanted[i].value);
      CHECK(facts[i].rule == wanted[i].rule);
      CHECK(facts[i].sentence == wanted[i].sentence);
    }
    REQUIRE(extractions[1].sentences.size() == extractions[0].sentences.size());
    CHECK(composed(std::string(extractions[1].sentences.back().of(documents[1].text))) ==
          extractions[0].sentences.back().of(text));
    REQUIRE(extractions[2].facts.size() == 1);
    CHECK(extractions[2].facts[0].span == Span{3, 6});
  }
  CHECK(changed > 5);
}

TEST_CASE("an explanation of a decomposed text names its own places") {
  const auto rules = faktum::RuleSetBuilder().builtin().prefilter(false).build();
  REQUIRE(rules);
  const auto document =
      document_of(decomposed("Für März wollen wir keine Ärzte der Würth-Gruppe."));
  const auto explanation = faktum::explain(rules.value(), document);
  REQUIRE(explanation.sentences.size() == 1);
  CHECK(explanation.sentences[0] == Span{0, document.text.size()});
  std::vector<std::string> found;
  for (const auto& candidate : explanation.candidates) {
    if (candidate.fate != faktum::Fate::fact) continue;
    found.push_back(composed(std::string(candidate.match.span.of(document.text))));
    CHECK(candidate.match.matched.of(document.text)
              .ends_with(candidate.match.span.of(document.text)));
  }
  CHECK(found == std::vector<std::string>{"März", "Würth"});
  for (const auto& refused : explanation.refused) CHECK(refused.span.end <= document.text.size());
}
