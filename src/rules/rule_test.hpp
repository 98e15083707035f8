// Runs the examples and rejects that rules carry.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "faktum/error.hpp"
#include "faktum/rule_set.hpp"
#include "rules/spec.hpp"

namespace faktum {

struct RuleTestFailure {
  std::string rule;
  Place place;           // of the rule
  std::string text;      // of the example or reject
  std::string expected;  // for people: `"71 %"`, `nothing by this rule`
  std::string found;
};

struct RuleTestReport {
  std::size_t rules = 0;
  std::size_t examples = 0;
  std::size_t rejects = 0;
  std::vector<RuleTestFailure> failures;  // in the rules' order
};

// Each example must yield `finds` as a fact of its rule, after overlaps are resolved between all
// rules of the set, with the value's keys that it gives; each reject must yield no fact of its
// rule. A rule of value "nothing" makes no fact: it must match `finds`, and no fact may overlap it.
// `rules` must have been built with examples(true); only rules that `chosen` accepts are tested.
[[nodiscard]] RuleTestReport test_rules(const RuleSet& rules,
                                        const std::function<bool(const RuleSpec&)>& chosen);

}  // namespace faktum
