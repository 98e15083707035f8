// The way of a document from its text to the candidates that stand: one for extract() and
// explain().
#pragma once

#include <cstdint>
#include <vector>

#include "faktum/document.hpp"
#include "faktum/fact.hpp"
#include "match/matcher.hpp"
#include "match/rule_match.hpp"
#include "values/tense.hpp"

namespace faktum {

// Holds scratch memory: one per thread. Views the rules, the trace and the profile, which must
// outlive it.
class CandidateFinder {
 public:
  explicit CandidateFinder(const CompiledRules& rules, MatchTrace* trace = nullptr,
                           MatchProfile* profile = nullptr)
      : rules_(rules),
        tense_words_(rules.words),
        trace_(trace),
        profile_(profile),
        matcher_(rules, trace, profile) {}

  // Replaces all that follows by what `document` holds; both arguments must live as long as
  // judge() is called for them.
  void find(const Document& document, const std::vector<Span>& sentences);

  // Reads the candidate's groups and makes its value. find() does so only where one would win.
  void judge(RuleMatch&);

  // The standing candidates whose kinds are wanted. Their values are gone then.
  [[nodiscard]] std::vector<Fact> take_facts();

  std::vector<RuleMatch> candidates;
  std::vector<Value> values;            // of the valid ones; one for a name and all its mentions
  std::vector<std::uint32_t> standing;  // into candidates, in text order
  std::size_t first_recalled = 0;       // from here on they are names introduced elsewhere

 private:
  const CompiledRules& rules_;
  TenseWords tense_words_;
  MatchTrace* trace_;
  MatchProfile* profile_;
  Matcher matcher_;
  const Document* document_ = nullptr;
  const std::vector<Span>* sentences_ = nullptr;
};

}  // namespace faktum
