#include "faktum/extractor.hpp"

#include "api/candidates.hpp"
#include "text/sentences.hpp"

namespace faktum {

struct Extractor::State {
  explicit State(RuleSet set) : rules(std::move(set)), finder(rules.compiled()) {}

  RuleSet rules;
  CandidateFinder finder;
};

Extractor::Extractor(RuleSet rules) : state_(std::make_unique<State>(std::move(rules))) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Extraction Extractor::extract(const Document& document) {
  Extraction extraction;
  CandidateFinder& finder = state_->finder;
  split_sentences(document.text, extraction.sentences);
  finder.find(document, extraction.sentences);
  extraction.facts = finder.take_facts();
  return extraction;
}

}  // namespace faktum
