// A pattern as the steps of a machine that may be in several places at once (Thompson 1968,
// "Regular expression search algorithm").
#pragma once

#include <cstdint>
#include <vector>

#include "automata/syntax.hpp"

namespace faktum {

struct Instruction {
  enum class Op : std::uint16_t {  // as wide as the rest: no padding, whose bytes would differ
    match,
    set,     // reads a character of the set `argument`
    split,   // goes on at `next` or, if that does not lead to a match, at `other`
    save,    // notes the place in the slot `argument`: two by group, for its begin and end
    assert,  // goes on if `argument`, a SyntaxNode::Op, holds here
  };

  Op op = Op::match;
  std::uint16_t argument = 0;
  std::uint16_t next = 0;
  std::uint16_t other = 0;
};

struct Program {
  std::vector<Instruction> steps;
  std::uint16_t start = 0;
};

enum class Direction : std::uint8_t { forward, backward };

// Backward programs read text from right to left and note no groups. Empty where the pattern is too
// long.
[[nodiscard]] Program make_program(const Syntax&, Direction);

}  // namespace faktum
