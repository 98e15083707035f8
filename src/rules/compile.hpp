// Checked specs and lists -> CompiledRules.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/error.hpp"
#include "rules/compiled_rules.hpp"
#include "rules/load.hpp"
#include "rules/spec.hpp"

namespace faktum {

// One list file. Files of one list and layer belong together; a later layer replaces them.
struct ListSource {
  std::string list;  // "companies"
  std::string file;
  std::string_view bytes;  // must outlive the CompiledRules
  int layer = 0;
};

// Rule files (.toml) and lists (.tsv), told apart by their names.
struct Sources {
  std::vector<RuleSource> rules;
  std::vector<ListSource> lists;

  // `bytes` must outlive the CompiledRules.
  void add(const std::string& file, std::string_view bytes, int layer);
};

struct CompileOptions {
  std::vector<std::string> kinds;  // empty: all
  bool prefilter = true;
};

// Which rules' kinds are written out; an error where no rule has a kind that is asked for.
void choose_kinds(CompiledRules&, const std::vector<std::string>& kinds, Errors&);

[[nodiscard]] Result<std::shared_ptr<CompiledRules>> compile_rules(
    RuleFiles files, const std::vector<ListSource>& lists, const CompileOptions& options);

}  // namespace faktum
