#include "api/profile.hpp"

#include <vector>

#include "api/candidates.hpp"
#include "text/sentences.hpp"

namespace faktum {

RuleSetProfile::RuleSetProfile(const RuleSet& set) : rules(set.compiled().rules.size()) {}

void profile(const RuleSet& rules, const Document& document, RuleSetProfile& profile) {
  const auto begin = std::chrono::steady_clock::now();
  CandidateFinder finder(rules.compiled(), nullptr, &profile.rules);
  std::vector<Span> sentences;
  split_sentences(document.text, sentences);
  finder.find(document, sentences);
  profile.time += std::chrono::steady_clock::now() - begin;
  for (const Candidate& candidate : finder.candidates) {
    ++profile.rules[candidate.match.rule->index].candidates;
  }
  for (const std::uint32_t index : finder.standing) {
    ++profile.rules[finder.candidates[index].match.rule->index].facts;
  }
  ++profile.documents;
  profile.bytes += document.text.size();
}

}  // namespace faktum
