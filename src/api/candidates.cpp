#include "api/candidates.hpp"

#include <utility>

#include "resolve/overlap.hpp"
#include "resolve/recall.hpp"
#include "values/value_builder.hpp"

namespace faktum {

void CandidateFinder::match(std::span<const Document> documents,
                            std::span<const std::vector<Span>> sentences) {
  documents_ = documents;
  sentences_ = sentences;
  batch_.clear();
  for (std::size_t i = 0; i < documents.size(); ++i) batch_.add(documents[i].text, sentences[i]);
  matcher_.match(batch_);
}

void CandidateFinder::resolve(std::size_t document) {
  document_ = document;
  tenses_.emplace(documents_[document].text, tense_words_);
  matcher_.matches_of(document, candidates);
  values.clear();
  values.emplace_back();  // of rules that make none

  const auto ask = [&](RuleMatch& candidate) { judge(candidate); };
  standing = resolve_overlaps(candidates, ask);
  first_recalled = candidates.size();
  add_recalled(matcher_.text(), sentences_[document], standing, candidates, trace_);
  if (candidates.size() != first_recalled) standing = resolve_overlaps(candidates, ask);
}

std::vector<Fact> CandidateFinder::take_facts() {
  std::vector<Fact> facts;
  facts.reserve(standing.size());
  for (const std::uint32_t index : standing) {
    const RuleMatch& match = candidates[index];
    const Rule& rule = *match.rule;
    if (!rules_.wanted[rule.index]) continue;
    const bool is_shared = !rule.spec.recall.empty();
    Value& value = values[match.value];
    facts.push_back({rule.spec.kind, match.span, match.sentence,
                     is_shared ? Value(value) : std::move(value), rule.spec.name});
  }
  return facts;
}

void CandidateFinder::judge(RuleMatch& candidate) {
  const RuleSpec& spec = candidate.rule->spec;
  candidate.state = RuleMatch::State::valid;
  if (spec.value == ValueType::nothing && spec.recall.empty()) return;
  const CostTimer timer(profile_, candidate.rule->index);
  if (profile_ != nullptr) ++(*profile_)[candidate.rule->index].verified;
  matcher_.read_groups(candidate);
  const Document& document = documents_[document_];
  const ValueContext context{document.text, sentences_[document_][candidate.sentence],
                             document.published, &rules_.words, &*tenses_};
  if (auto value = build_value(spec.value, candidate, context)) {
    candidate.value = static_cast<std::uint32_t>(values.size());
    values.push_back(std::move(*value));
  } else {
    candidate.state = RuleMatch::State::refused;
  }
}

}  // namespace faktum
