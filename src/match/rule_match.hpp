// A rule's match in a document: what the values stage turns into a fact.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faktum/fact.hpp"

namespace faktum {

struct Rule;

struct RuleMatch {
  const Rule* rule = nullptr;
  Span span;
  std::uint32_t sentence = 0;
  // The pattern's named groups that took part, then the list's columns, then the rule's `set`.
  // Names view the RuleSet.
  std::vector<std::pair<std::string_view, std::string>> groups;

  // The text of a group; empty where it is absent or took no part. A later one of a name wins.
  [[nodiscard]] std::string_view group(std::string_view name) const {
    for (auto it = groups.rbegin(); it != groups.rend(); ++it) {
      if (it->first == name) return it->second;
    }
    return {};
  }
};

}  // namespace faktum
