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
  candidates.clear();
  candidates.reserve(matches_.size());
  for (const RuleMatch& match : matches_) candidates.push_back({match, {}, {}});

  const auto ask = [&](Candidate& candidate) { judge(candidate); };
  standing = resolve_overlaps(candidates, ask);
  first_recalled = candidates.size();
  add_recalled(matcher_.text(), sentences, standing, candidates, trace_);
  if (candidates.size() != first_recalled) standing = resolve_overlaps(candidates, ask);
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
    candidate.value = std::move(*value);
  } else {
    candidate.state = Candidate::State::refused;
  }
}

}  // namespace faktum
