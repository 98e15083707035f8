// The sets of characters that patterns name.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace faktum {

// Ranges of code points, first and last, in order.
using CodePointRanges = std::vector<std::pair<char32_t, char32_t>>;

// Numbers them from 0 in the order in which they come up.
class CharSets {
 public:
  // What \b counts to words, the first set of all.
  static constexpr std::uint32_t words = 0;

  CharSets() { (void)number("\\w"); }

  // The set of a pattern that matches one character: "a", "(?i)k", "[^\d]", "\p{Lu}". RE2 itself is
  // asked what it holds, so that no table of ours can differ from its own.
  [[nodiscard]] std::uint32_t number(const std::string& pattern);
  // Of one character.
  [[nodiscard]] std::uint32_t number(char32_t);

  [[nodiscard]] const std::deque<CodePointRanges>& ranges() const { return ranges_; }

 private:
  std::uint32_t add(CodePointRanges ranges);

  std::map<std::string, std::uint32_t> by_pattern_;
  std::map<CodePointRanges, std::uint32_t> by_ranges_;
  std::deque<CodePointRanges> ranges_;
};

}  // namespace faktum
