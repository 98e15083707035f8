// What the rules cost on documents.
#pragma once

#include <chrono>
#include <cstddef>

#include "faktum/document.hpp"
#include "faktum/rule_set.hpp"
#include "match/profile.hpp"

namespace faktum {

struct RuleSetProfile {
  explicit RuleSetProfile(const RuleSet& rules);

  MatchProfile rules;  // by rule, as in CompiledRules::rules
  std::size_t documents = 0;
  std::size_t bytes = 0;
  std::chrono::nanoseconds time{0};  // of everything, also of what is no rule's own
};

// Extracts once more with a clock at each rule, which makes it slower than Extractor::extract().
// The first documents also pay for compiling patterns.
void profile(const RuleSet&, const Document&, RuleSetProfile&);

}  // namespace faktum
