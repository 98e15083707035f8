#pragma once

#include <cstdint>

namespace faktum {

// What a pattern is asked.
enum class PatternUse : std::uint8_t {
  find,    // all its matches and their groups
  ends,    // whether a match ends at a place
  begins,  // whether a match begins at a place
  extend,  // the longest match that begins at a place
};

}  // namespace faktum
