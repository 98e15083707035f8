// The rules, compiled once.
//
// A RuleSetBuilder collects rule files and is consumed by build(); the RuleSet that comes out is
// immutable, cheap to copy (copies share it) and safe to use from any number of threads.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/error.hpp"

namespace faktum {

struct CompiledRules;  // private

class RuleSet {
 public:
  // The kinds in use, in the order of their rule files: "company", "chip", "percent", ...
  [[nodiscard]] const std::vector<std::string>& kinds() const;

  [[nodiscard]] const CompiledRules& compiled() const { return *rules_; }

 private:
  friend class RuleSetBuilder;
  explicit RuleSet(std::shared_ptr<const CompiledRules> rules) : rules_(std::move(rules)) {}

  std::shared_ptr<const CompiledRules> rules_;
};

class RuleSetBuilder {
 public:
  RuleSetBuilder();
  ~RuleSetBuilder();
  RuleSetBuilder(RuleSetBuilder&&) noexcept;
  RuleSetBuilder& operator=(RuleSetBuilder&&) noexcept;

  // The rules that come with faktum.
  RuleSetBuilder&& builtin();

  // A rule file (.toml), a list (.tsv) or a folder of them, read when build() is called. A rule
  // replaces the built-in rule of the same name, a fragment or list the one of the same name.
  RuleSetBuilder&& path(std::string path);

  // A rule file's text; `name` stands in error messages.
  RuleSetBuilder&& source(std::string name, std::string toml);

  // Only these kinds. Unknown ones are an error of build(). Default: all.
  RuleSetBuilder&& kinds(std::vector<std::string> kinds);

  // Off: every rule is tried on every sentence. The answer is the same, only slower.
  RuleSetBuilder&& prefilter(bool on);

  // On: rules keep their examples and rejects, for `rules test`. Default: off, which is quicker.
  RuleSetBuilder&& examples(bool on);

  // All errors of all files at once.
  Result<RuleSet> build() &&;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace faktum
