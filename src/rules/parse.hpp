// A rule file's text -> what it says.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "faktum/error.hpp"
#include "rules/spec.hpp"

namespace faktum {

// One rule file as written: patterns still hold their {{fragments}}.
struct RuleFile {
  std::vector<RuleSpec> rules;
  std::map<std::string, FragmentSource> fragments;
  Phrases words;
  std::map<std::pair<std::string, std::string>, Place> word_places;  // by group and key
};

// Appends every error of the file to `errors` and returns what could be read.
[[nodiscard]] RuleFile parse_rule_file(std::string_view toml, const std::string& name,
                                       Errors& errors);

}  // namespace faktum
