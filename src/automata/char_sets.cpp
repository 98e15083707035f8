#include "automata/char_sets.hpp"

#include <array>
#include <string_view>

#include "rules/pattern.hpp"
#include "text/re2.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

constexpr char32_t last_code_point = 0x10FFFF;

void append_utf8(char32_t c, std::string& out) {
  const auto byte = [&](char32_t bits) { out += static_cast<char>(bits); };
  const auto rest = [&](int shift) { byte(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) {
    byte(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      byte(0xE0 | (c >> 12));
    } else {
      byte(0xF0 | (c >> 18));
      rest(12);
    }
    rest(6);
  }
  rest(0);
}

// Every code point but the surrogates, in order.
const std::string& all_characters() {
  static const std::string all = [] {
    std::string text;
    for (char32_t c = 0; c <= last_code_point; ++c) {
      if (c < 0xD800 || c > 0xDFFF) append_utf8(c, text);
    }
    return text;
  }();
  return all;
}

}  // namespace

std::uint32_t CharSets::add(CodePointRanges ranges) {
  const auto next = static_cast<std::uint32_t>(ranges_.size());
  const auto [at, is_new] = by_ranges_.try_emplace(std::move(ranges), next);
  if (is_new) ranges_.push_back(at->first);
  return at->second;
}

std::uint32_t CharSets::number(char32_t c) { return add({{c, c}}); }

std::uint32_t CharSets::number(const std::string& pattern) {
  if (const auto known = by_pattern_.find(pattern); known != by_pattern_.end()) {
    return known->second;
  }
  const RE2 run("(?:" + pattern + ")+", pattern_options());
  const std::string_view all = all_characters();
  CodePointRanges ranges;
  re2::StringPiece found;
  for (std::size_t from = 0; run.Match(piece(all), from, all.size(), RE2::UNANCHORED, &found, 1);) {
    const auto begin = static_cast<std::size_t>(found.data() - all.data());
    from = begin + found.size();
    std::size_t last = from - 1;
    while (is_continuation(all[last])) --last;
    ranges.emplace_back(utf8_sequence(all, begin).code_point, utf8_sequence(all, last).code_point);
  }
  return by_pattern_[pattern] = add(std::move(ranges));
}

}  // namespace faktum
