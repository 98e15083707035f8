#include "match/group_cache.hpp"

#include <algorithm>

namespace faktum {
namespace {

constexpr std::size_t most_known = 1U << 13;
constexpr std::size_t longest_known = 64;  // bytes; longer matches hardly come again

// All that RE2's \b, ^ and $ can see of the character beside a match.
char side(std::string_view text, std::size_t at) {
  if (at >= text.size()) return '.';
  const char c = text[at];
  const bool word =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  return word ? 'w' : '-';
}

}  // namespace

void GroupCache::make_key(std::uint32_t rule, bool digits_alike, std::string_view text,
                          Span matched) {
  key_.assign(reinterpret_cast<const char*>(&rule), sizeof rule);
  key_ += side(text, matched.begin - 1);
  key_ += side(text, matched.end);
  key_ += matched.of(text);
  if (!digits_alike) return;
  for (std::size_t i = key_.size() - matched.size(); i < key_.size(); ++i) {
    if (key_[i] >= '0' && key_[i] <= '9') key_[i] = '0';
  }
}

void GroupCache::read(std::uint32_t rule, const Pattern::Compiled& pattern, std::string_view text,
                      Span matched, std::vector<Span>& groups) {
  if (pattern.captures == 1) {
    groups.assign(1, matched);
    return;
  }
  const auto from_begin = [&](Span part) {
    return part == no_part ? part : Span{part.begin + matched.begin, part.end + matched.begin};
  };
  const bool short_match = matched.size() <= longest_known;
  if (short_match) {
    make_key(rule, pattern.digits_alike, text, matched);
    if (const auto found = known_.find(key_); found != known_.end()) {
      groups.resize(found->second.size());
      std::transform(found->second.begin(), found->second.end(), groups.begin(), from_begin);
      return;
    }
  }
  parts_.assign(static_cast<std::size_t>(pattern.captures), {});
  pattern.re2.Match(piece(text), matched.begin, matched.end, RE2::ANCHOR_BOTH, parts_.data(),
                    pattern.captures);
  groups.clear();
  for (const re2::StringPiece& part : parts_) {
    if (part.data() == nullptr) {
      groups.push_back(no_part);
    } else {
      const auto begin = static_cast<std::size_t>(part.data() - text.data()) - matched.begin;
      groups.push_back({begin, begin + part.size()});
    }
  }
  if (short_match) {
    if (known_.size() == most_known) known_.clear();
    known_.emplace(key_, groups);
  }
  std::transform(groups.begin(), groups.end(), groups.begin(), from_begin);
}

}  // namespace faktum
