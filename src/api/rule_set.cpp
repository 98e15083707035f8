#include "faktum/rule_set.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "rules/builtin.hpp"
#include "rules/compile.hpp"
#include "rules/image.hpp"
#include "rules/load.hpp"
#include "rules/pattern_automata.hpp"

namespace faktum {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> rule_files_below(const fs::path& folder, std::error_code& error) {
  std::vector<std::string> files;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    const std::string extension = it->path().extension().string();
    if (it->is_regular_file(error) && (extension == ".toml" || extension == ".tsv")) {
      files.push_back(it->path().generic_string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

struct RuleSetBuilder::State {
  bool builtin = false;
  bool examples = false;
  std::vector<std::string> paths;
  std::vector<std::pair<std::string, std::string>> sources;  // file, TOML
  CompileOptions options;
  std::deque<std::string> owned;  // bytes of files read

  void read(const std::string& file, Sources& to, Errors& errors) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
      errors.push_back(
          {"rule.file", "cannot read the rule file; does it exist?", {file, 0, 0}, file});
      return;
    }
    const std::string& bytes =
        owned.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    to.add(file, bytes, 1);
  }

  void read_paths(Sources& to, Errors& errors) {
    for (const std::string& path : paths) {
      std::error_code error;
      if (!fs::is_directory(path, error)) {
        read(path, to, errors);
        continue;
      }
      const std::vector<std::string> files = rule_files_below(path, error);
      if (error || files.empty()) {
        errors.push_back({"rule.file",
                          "the folder holds no rule file (.toml, .tsv) that can be read",
                          {path, 0, 0},
                          path});
      }
      for (const std::string& file : files) read(file, to, errors);
    }
  }
};

RuleSetBuilder::RuleSetBuilder() : state_(std::make_unique<State>()) {}
RuleSetBuilder::~RuleSetBuilder() = default;
RuleSetBuilder::RuleSetBuilder(RuleSetBuilder&&) noexcept = default;
RuleSetBuilder& RuleSetBuilder::operator=(RuleSetBuilder&&) noexcept = default;

RuleSetBuilder&& RuleSetBuilder::builtin() {
  state_->builtin = true;
  return std::move(*this);
}

RuleSetBuilder&& RuleSetBuilder::path(std::string path) {
  state_->paths.push_back(std::move(path));
  return std::move(*this);
}

RuleSetBuilder&& RuleSetBuilder::source(std::string name, std::string toml) {
  state_->sources.emplace_back(std::move(name), std::move(toml));
  return std::move(*this);
}

RuleSetBuilder&& RuleSetBuilder::kinds(std::vector<std::string> kinds) {
  state_->options.kinds = std::move(kinds);
  return std::move(*this);
}

RuleSetBuilder&& RuleSetBuilder::prefilter(bool on) {
  state_->options.prefilter = on;
  return std::move(*this);
}

RuleSetBuilder&& RuleSetBuilder::examples(bool on) {
  state_->examples = on;
  return std::move(*this);
}

Result<RuleSet> RuleSetBuilder::build() && {
  Sources sources;
  Errors errors;
  if (state_->builtin && !state_->examples && state_->paths.empty() && state_->sources.empty()) {
    Result<std::shared_ptr<CompiledRules>> mapped = read_image(builtin_image(), state_->options);
    if (!mapped) return mapped.errors();
    return RuleSet(std::move(mapped).value());
  }
  if (state_->builtin) {
    for (const BuiltinFile& file : builtin_files()) {
      sources.add("rules/" + std::string(file.path), file.bytes, 0);
    }
  }
  state_->read_paths(sources, errors);
  for (const auto& [name, toml] : state_->sources) sources.rules.push_back({name, toml, 1});
  if (!errors.empty()) return errors;

  Result<RuleFiles> files = load_rules(sources.rules);
  if (!files) return files.errors();
  Result<std::shared_ptr<CompiledRules>> compiled =
      compile_rules(std::move(files).value(), sources.lists, state_->options);
  if (!compiled) return compiled.errors();
  compiled.value()->owned_bytes = std::move(state_->owned);
  if (const auto mapped = read_image(builtin_image(), {})) {
    share_automata(*compiled.value(), *mapped.value());
  }
  return RuleSet(std::move(compiled).value());
}

const std::vector<std::string>& RuleSet::kinds() const { return rules_->kinds; }

}  // namespace faktum
