// A possible fact, before candidates that overlap are decided.
#pragma once

#include <cstdint>

#include "faktum/fact.hpp"
#include "match/rule_match.hpp"

namespace faktum {

struct Candidate {
  enum class State : std::uint8_t { open, valid, refused };

  RuleMatch match;
  State state = State::open;  // whether its groups make a value; open: nobody has asked yet
  Value value;                // where it is valid
};

}  // namespace faktum
