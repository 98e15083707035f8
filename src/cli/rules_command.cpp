#include "cli/rules_command.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "cli/messages.hpp"
#include "cli/near_match.hpp"
#include "rules/builtin.hpp"
#include "rules/compiled_rules.hpp"
#include "rules/lint.hpp"
#include "rules/rule_test.hpp"

namespace faktum {
namespace {

std::string written_place(const Place& place) {
  return place.file + ":" + std::to_string(place.line);
}

std::string bytes_of(const std::string& file) {
  for (const BuiltinFile& builtin : builtin_files()) {
    if (file == "rules/" + std::string(builtin.path)) return std::string(builtin.bytes);
  }
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The rule's table as its file has it, from [[rule]] to the line before the next table.
std::string written_rule(const RuleSpec& rule) {
  const std::string bytes = "\n" + bytes_of(rule.place.file);
  std::size_t place = 0;
  for (std::size_t line = 0; line < rule.place.line && place != std::string::npos; ++line) {
    place = bytes.find('\n', place + (line > 0 ? 1 : 0));
  }
  const std::size_t begin = bytes.rfind("\n[[rule]]", place);
  if (place == std::string::npos || begin == std::string::npos) return "";
  const std::size_t next = std::min(bytes.find("\n[", begin + 1), bytes.size());
  std::string text = bytes.substr(begin + 1, next - begin - 1);
  text.erase(text.find_last_not_of(" \n\r") + 1);
  return text + "\n";
}

std::string quoted_words(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "\"" : " \"") + word + "\"";
  return text;
}

bool lies_in(const std::string& file, const std::vector<std::string>& paths) {
  return paths.empty() || std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
           return file == path || file.starts_with(path.ends_with('/') ? path : path + "/");
         });
}

Result<RuleSet> build_with_examples(const Plan& plan) {
  RuleOptions options = plan.rules;
  options.examples = true;
  return build_rules(options);
}

}  // namespace

int run_rules_list(const Plan& plan) {
  const auto rules = build_with_examples(plan);
  if (!rules) {
    complain(rules.errors());
    return status_wrong;
  }
  std::string text;
  for (const Rule& rule : rules.value().compiled().rules) {
    text += rule.spec.name + "\t" + rule.spec.kind + "\t" + written_place(rule.spec.place) + "\t" +
            (rule.spec.list.empty() ? "pattern" : "list " + rule.spec.list) + "\n";
  }
  return print(text);
}

int run_rules_show(const Plan& plan) {
  const auto rules = build_with_examples(plan);
  if (!rules) {
    complain(rules.errors());
    return status_wrong;
  }
  const Rule* rule = rules.value().compiled().find(plan.rule_name);
  if (rule == nullptr) {
    std::vector<std::string> known;
    for (const Rule& other : rules.value().compiled().rules) known.push_back(other.spec.name);
    const auto near = near_match(plan.rule_name, known);
    complain("there is no rule " + plan.rule_name +
             (near ? "; did you mean " + *near + "?" : "; faktum rules list names them"));
    return status_wrong;
  }
  const RuleSpec& spec = rule->spec;
  std::string text = "# " + written_place(spec.place) + "\n" + written_rule(spec);
  if (!rule->pattern.empty()) {
    text += "\n# pattern, fragments expanded\n" + std::string(rule->pattern.source()) + "\n";
  }
  for (const std::vector<std::string>& atoms : spec.atoms) {
    text += "\n# tried where one of these stands\n" + quoted_words(atoms) + "\n";
  }
  return print(text);
}

int run_rules_check(const Plan& plan) {
  const auto rules = build_with_examples(plan);
  if (!rules) {
    complain(rules.errors());
    return status_wrong;
  }
  const CompiledRules& compiled = rules.value().compiled();
  std::string text;
  std::size_t warnings = 0;
  for (const Error& finding : lint(compiled)) {
    if (!lies_in(finding.place.file, plan.paths)) continue;
    ++warnings;
    text += finding.to_string() + "\n";
  }
  text += counted(compiled.rules.size(), "rule") + ", " + counted(compiled.lists.size(), "list") +
          ": " + (warnings == 0 ? "ok" : counted(warnings, "warning")) + "\n";
  return print(text, plan.strict && warnings > 0 ? status_failures : status_done);
}

int run_rules_test(const Plan& plan) {
  const auto rules = build_with_examples(plan);
  if (!rules) {
    complain(rules.errors());
    return status_wrong;
  }
  const RuleTestReport report = test_rules(
      rules.value(), [&](const RuleSpec& rule) { return lies_in(rule.place.file, plan.paths); });
  std::string text;
  for (const RuleTestFailure& failure : report.failures) {
    text += failure.rule + " (" + written_place(failure.place) + ")\n  text:     " + failure.text +
            "\n  expected: " + failure.expected + "\n  found:    " + failure.found + "\n";
  }
  text += counted(report.rules, "rule") + ", " + counted(report.examples, "example") + ", " +
          counted(report.rejects, "reject") + ": ";
  text += report.failures.empty() ? "ok\n" : std::to_string(report.failures.size()) + " failed\n";
  return print(text, report.failures.empty() ? status_done : status_failures);
}

}  // namespace faktum
