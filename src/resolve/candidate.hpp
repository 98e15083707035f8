// A possible fact, before candidates that overlap are decided.
#pragma once

#include "faktum/fact.hpp"
#include "match/rule_match.hpp"

namespace faktum {

struct Candidate {
  RuleMatch match;
  Value value;
};

}  // namespace faktum
