// Rule files -> checked specs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "faktum/error.hpp"
#include "rules/spec.hpp"

namespace faktum {

// A rule file's text. Sources of a later layer replace what an earlier one names alike; within one
// layer a name may occur once.
struct RuleSource {
  std::string file;
  std::string_view toml;
  int layer = 0;
};

// Parses all sources, expands fragments, checks every pattern and derives the atoms. Rules come
// sorted by name. All errors at once.
[[nodiscard]] Result<RuleFiles> load_rules(const std::vector<RuleSource>& sources);

}  // namespace faktum
