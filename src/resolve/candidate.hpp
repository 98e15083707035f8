// A possible fact, before candidates that overlap are decided.
#pragma once

#include <cstdint>

#include "match/rule_match.hpp"

namespace faktum {

struct Candidate {
  enum class State : std::uint8_t { open, valid, refused };

  RuleMatch match;
  State state = State::open;  // whether its groups make a value; open: nobody has asked yet
  std::uint32_t value = 0;    // where it is valid: which of the finder's values it has
};

}  // namespace faktum
