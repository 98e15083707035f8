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

  void build_values(const Document& document, const std::vector<Span>& sentences) {
    candidates.clear();
    ValueContext context{document.text, {}, document.published, &rules.compiled().words};
    for (RuleMatch& match : matches) {
      context.sentence = sentences[match.sentence];
      if (auto value = build_value(match.rule->spec.value, match, context)) {
        candidates.push_back({std::move(match), std::move(*value)});
      }
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
  state.matcher.match(document.text, extraction.sentences, state.matches);
  state.build_values(document, extraction.sentences);

  std::vector<std::uint32_t> standing = resolve_overlaps(state.candidates);
  const std::size_t first_pass = state.candidates.size();
  add_recalled(document.text, extraction.sentences, standing, state.candidates);
  if (state.candidates.size() != first_pass) standing = resolve_overlaps(state.candidates);

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
