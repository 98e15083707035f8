#include "faktum/extractor.hpp"

#include "match/matcher.hpp"
#include "resolve/overlap.hpp"
#include "resolve/recall.hpp"
#include "text/sentences.hpp"
#include "values/value_builder.hpp"

namespace faktum {

struct Extractor::State {
  explicit State(RuleSet set) : rules(std::move(set)), matcher(rules.compiled()) {}

  RuleSet rules;
  Matcher matcher;
  std::vector<RuleMatch> matches;
  std::vector<Candidate> candidates;

  void find_candidates(const Document& document, const std::vector<Span>& sentences) {
    matcher.match(document.text, sentences, matches);
    candidates.clear();
    candidates.reserve(matches.size());
    for (RuleMatch& match : matches) candidates.push_back({std::move(match), {}, {}});
  }

  // Reads the candidate's groups and makes its value.
  void judge(const Document& document, const std::vector<Span>& sentences, Candidate& candidate) {
    const RuleSpec& spec = candidate.match.rule->spec;
    candidate.state = Candidate::State::valid;
    if (spec.value == ValueType::nothing && spec.recall.empty()) return;
    matcher.read_groups(candidate.match);
    const ValueContext context{document.text, sentences[candidate.match.sentence],
                               document.published, &rules.compiled().words};
    if (auto value = build_value(spec.value, candidate.match, context)) {
      candidate.value = std::move(*value);
    } else {
      candidate.state = Candidate::State::refused;
    }
  }
};

Extractor::Extractor(RuleSet rules) : state_(std::make_unique<State>(std::move(rules))) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;

Extraction Extractor::extract(const Document& document) {
  Extraction extraction;
  State& state = *state_;
  split_sentences(document.text, extraction.sentences);
  state.find_candidates(document, extraction.sentences);

  const auto judge = [&](Candidate& candidate) {
    state.judge(document, extraction.sentences, candidate);
  };
  std::vector<std::uint32_t> standing = resolve_overlaps(state.candidates, judge);
  const std::size_t first_pass = state.candidates.size();
  add_recalled(document.text, extraction.sentences, standing, state.candidates);
  if (state.candidates.size() != first_pass) standing = resolve_overlaps(state.candidates, judge);

  const CompiledRules& rules = state.rules.compiled();
  for (const std::uint32_t index : standing) {
    Candidate& candidate = state.candidates[index];
    const Rule& rule = *candidate.match.rule;
    if (!rules.wanted[rule.index]) continue;
    extraction.facts.push_back({rule.spec.kind, candidate.match.span, candidate.match.sentence,
                                std::move(candidate.value), rule.spec.name});
  }
  return extraction;
}

}  // namespace faktum
