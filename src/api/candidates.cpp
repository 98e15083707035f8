#include "api/candidates.hpp"

#include <utility>

#include "resolve/overlap.hpp"
#include "resolve/recall.hpp"
#include "values/value_builder.hpp"

namespace faktum {

void CandidateFinder::find(const Document& document, const std::vector<Span>& sentences) {
  document_ = &document;
  sentences_ = &sentences;
  matcher_.match(document.text, sentences, matches_);
  values.clear();
  values.emplace_back();  // of rules that make none
  candidates.clear();
  candidates.reserve(matches_.size());
  for (const RuleMatch& match : matches_) candidates.push_back({match, {}, {}});

  const auto ask = [&](Candidate& candidate) { judge(candidate); };
  standing = resolve_overlaps(candidates, ask);
  first_recalled = candidates.size();
  add_recalled(matcher_.text(), sentences, standing, candidates, trace_);
  if (candidates.size() != first_recalled) standing = resolve_overlaps(candidates, ask);
}

std::vector<Fact> CandidateFinder::take_facts() {
  std::vector<Fact> facts;
  facts.reserve(standing.size());
  for (const std::uint32_t index : standing) {
    const auto& [match, state, value] = candidates[index];
    const Rule& rule = *match.rule;
    if (!rules_.wanted[rule.index]) continue;
    const bool is_shared = !rule.spec.recall.empty();
    facts.push_back({rule.spec.kind, match.span, match.sentence,
                     is_shared ? Value(values[value]) : std::move(values[value]), rule.spec.name});
  }
  return facts;
}

void CandidateFinder::judge(Candidate& candidate) {
  const RuleSpec& spec = candidate.match.rule->spec;
  candidate.state = Candidate::State::valid;
  if (spec.value == ValueType::nothing && spec.recall.empty()) return;
  const CostTimer timer(profile_, candidate.match.rule->index);
  if (profile_ != nullptr) ++(*profile_)[candidate.match.rule->index].verified;
  matcher_.read_groups(candidate.match);
  const ValueContext context{document_->text, (*sentences_)[candidate.match.sentence],
                             document_->published, &rules_.words, &tense_words_};
  if (auto value = build_value(spec.value, candidate.match, context)) {
    candidate.value = static_cast<std::uint32_t>(values.size());
    values.push_back(std::move(*value));
  } else {
    candidate.state = Candidate::State::refused;
  }
}

}  // namespace faktum
