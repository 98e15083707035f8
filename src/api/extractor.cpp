#include "faktum/extractor.hpp"

#include <cstddef>
#include <utility>

#include "api/candidates.hpp"
#include "api/composed_documents.hpp"
#include "text/sentences.hpp"

namespace faktum {
namespace {

// As many of the first documents as are matched in one go, at least one.
std::size_t count_together(std::span<const Document> documents) {
  constexpr std::size_t most_bytes = std::size_t{1} << 20U;
  std::size_t bytes = 0;
  std::size_t count = 0;
  do {
    bytes += documents[count++].text.size();
  } while (count < documents.size() && bytes + documents[count].text.size() <= most_bytes);
  return count;
}

}  // namespace

struct Extractor::State {
  explicit State(RuleSet set) : rules(std::move(set)), finder(rules.compiled()) {}

  void extract(std::span<const Document> given, std::vector<Extraction>& extractions) {
    const ComposedDocuments composed(given);
    const std::span<const Document> documents = composed.documents();
    sentences.resize(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
      split_sentences(documents[i].text, sentences[i]);
    }
    finder.match(documents, sentences);
    for (std::size_t i = 0; i < documents.size(); ++i) {
      finder.resolve(i);
      Extraction& extraction =
          extractions.emplace_back(Extraction{finder.take_facts(), sentences[i]});
      for (Fact& fact : extraction.facts) composed.restore(i, fact.span);
      for (Span& sentence : extraction.sentences) composed.restore(i, sentence);
    }
  }

  RuleSet rules;
  CandidateFinder finder;
  std::vector<std::vector<Span>> sentences;
};

Extractor::Extractor(RuleSet rules) : state_(std::make_unique<State>(std::move(rules))) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Extraction Extractor::extract(const Document& document) {
  std::vector<Extraction> extractions;
  state_->extract({&document, 1}, extractions);
  return std::move(extractions.front());
}

std::vector<Extraction> Extractor::extract(std::span<const Document> documents) {
  std::vector<Extraction> extractions;
  extractions.reserve(documents.size());
  while (!documents.empty()) {
    const std::size_t count = count_together(documents);
    state_->extract(documents.first(count), extractions);
    documents = documents.subspan(count);
  }
  return extractions;
}

}  // namespace faktum
