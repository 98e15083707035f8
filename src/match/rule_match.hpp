// A rule's match in a document: a candidate for a fact, until those that overlap are decided.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "faktum/fact.hpp"

namespace faktum {

struct Rule;

// A name and a text.
using Group = std::pair<std::string_view, std::string_view>;

struct RuleMatch {
  static constexpr std::uint32_t no_entry = 0xFFFFFFFF;

  // Whether its groups make a value. Nobody has asked yet of an open one.
  enum class State : std::uint8_t { open, valid, refused };

  const Rule* rule = nullptr;
  Span span;
  std::uint32_t sentence = 0;
  Span matched;  // by the pattern or the list's form, before it was cut or extended
  std::uint32_t entry = no_entry;  // of the rule's list
  std::uint32_t value = 0;         // of a valid one: which of the CandidateFinder's values
  State state = State::open;
  bool has_groups = false;  // whether the groups have been read
  // The pattern's named groups that took part, then the list's columns, then the rule's `set`;
  // empty until Matcher::read_groups() is asked for them. They view the RuleSet, the text and the
  // Matcher, until its next match().
  std::span<const Group> groups;

  // The text of a group; empty where it is absent or took no part. A later one of a name wins.
  [[nodiscard]] std::string_view group(std::string_view name) const {
    for (auto it = groups.rbegin(); it != groups.rend(); ++it) {
      if (it->first == name) return it->second;
    }
    return {};
  }
};

}  // namespace faktum
