// Where the groups of a pattern lie in its match.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "faktum/fact.hpp"
#include "rules/pattern.hpp"

namespace faktum {

// Reading groups costs RE2 twenty times what finding the match does, and news says "500 Millionen
// Euro" again and again, so matches once read are remembered: digits that the pattern does not tell
// apart count as the same text. Forgets all when it is full. One per thread.
class GroupCache {
 public:
  static constexpr Span no_part{1, 0};

  // The pattern is known to match `matched` of `text`, and `rule` names it. Replaces `groups` by
  // the spans in `text` of all its groups, the whole match first, no_part for those that took no
  // part.
  void read(std::uint32_t rule, const Pattern::Compiled& pattern, std::string_view text,
            Span matched, std::vector<Span>& groups);

 private:
  void make_key(std::uint32_t rule, bool digits_alike, std::string_view text, Span matched);

  std::unordered_map<std::string, std::vector<Span>> known_;  // from the match's begin
  std::string key_;
  std::vector<re2::StringPiece> parts_;
};

}  // namespace faktum
