// Byte spans -> the unit that the output's `start`, `end` and `length` count.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"

namespace faktum {

enum class OffsetUnit : std::uint8_t { codepoint, byte, utf16 };

struct Offsets {
  std::vector<Span> facts;  // in the chosen unit, one per fact
  std::size_t length = 0;   // of the whole text
};

// One pass over `text`. `facts` are in text order and do not overlap, as Extractor gives them.
void measure(std::string_view text, const std::vector<Fact>& facts, OffsetUnit, Offsets& result);

}  // namespace faktum
