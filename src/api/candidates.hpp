// The way of a document from its text to the candidates that stand: one for extract() and
// explain().
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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

  // Matches the documents in one go; both arguments, which have the same size, must live as long as
  // the calls below.
  void match(std::span<const Document> documents, std::span<const std::vector<Span>> sentences);

  // Replaces all that follows by what one of the documents holds.
  void resolve(std::size_t document);

  // Reads the candidate's groups and makes its value. resolve() does so only where one would win.
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
  Batch batch_;
  std::span<const Document> documents_;
  std::span<const std::vector<Span>> sentences_;
  std::size_t document_ = 0;          // at hand
  std::optional<TextTenses> tenses_;  // of its text
};

}  // namespace faktum
