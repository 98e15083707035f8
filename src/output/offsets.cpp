#include "output/offsets.hpp"

namespace faktum {
namespace {

// Continuation bytes (10xxxxxx) count nothing; in UTF-16 a four-byte sequence counts twice.
std::size_t count(std::string_view text, OffsetUnit unit) {
  if (unit == OffsetUnit::byte) return text.size();
  std::size_t units = 0;
  for (const char c : text) units += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  if (unit == OffsetUnit::utf16) {
    for (const char c : text) units += static_cast<unsigned char>(c) >= 0xF0U;
  }
  return units;
}

}  // namespace

void measure(std::string_view text, const std::vector<Fact>& facts, OffsetUnit unit,
             Offsets& result) {
  result.facts.clear();
  std::size_t byte = 0;
  std::size_t units = 0;
  const auto advance_to = [&](std::size_t to) {
    units += count(text.substr(byte, to - byte), unit);
    byte = to;
    return units;
  };
  for (const Fact& fact : facts) {
    const std::size_t begin = advance_to(fact.span.begin);
    result.facts.push_back({begin, advance_to(fact.span.end)});
  }
  result.length = advance_to(text.size());
}

}  // namespace faktum
