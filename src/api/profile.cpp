#include "api/profile.hpp"

#include "text/sentences.hpp"

namespace faktum {

Profiler::Profiler(const RuleSet& rules)
    : rules_(rules.compiled().rules.size()), finder_(rules.compiled(), nullptr, &rules_) {}

void Profiler::add(const Document& document) {
  const auto begin = std::chrono::steady_clock::now();
  split_sentences(document.text, sentences_);
  finder_.match({&document, 1}, {&sentences_, 1});
  finder_.resolve(0);
  time_ += std::chrono::steady_clock::now() - begin;
  const auto cost_of = [&](const RuleMatch& candidate) -> RuleCost& {
    return rules_[candidate.rule->index];
  };
  for (const RuleMatch& candidate : finder_.candidates) ++cost_of(candidate).candidates;
  for (const std::uint32_t index : finder_.standing) ++cost_of(finder_.candidates[index]).facts;
  ++documents_;
  bytes_ += document.text.size();
}

}  // namespace faktum
