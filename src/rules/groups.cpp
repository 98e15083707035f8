#include "rules/groups.hpp"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "match/templates.hpp"

namespace faktum {
namespace {

using Names = std::set<std::string, std::less<>>;

void add_named(std::string_view pattern, Names& names) {
  constexpr std::string_view open = "(?P<";
  for (std::size_t at = pattern.find(open); at != pattern.npos; at = pattern.find(open, at)) {
    at += open.size();
    names.emplace(pattern.substr(at, pattern.find('>', at) - at));
  }
}

Names groups_of(const Rule& rule) {
  Names names;
  add_named(rule.spec.pattern, names);
  if (rule.list != nullptr) {
    names.emplace("form");
    names.insert(rule.list->list.columns.begin(), rule.list->list.columns.end());
  }
  for (const auto& [name, text] : rule.spec.set) names.insert(name);
  return names;
}

void check_references(const RuleSpec& spec, const std::string& key, std::string_view text,
                      const Names& known, Errors& errors) {
  for (const std::string_view name : names_in_template(text)) {
    if (known.contains(name)) continue;
    std::string message = "rule '" + spec.name + "': " + key + " names the group '";
    message.append(name).append("', which neither its pattern nor its list has");
    errors.push_back({"rule.group", std::move(message), spec.place_of(key), std::string(name)});
  }
}

}  // namespace

void link_groups(CompiledRules& compiled, Errors& errors) {
  std::map<std::string, Names> of_kinds;
  for (const Rule& rule : compiled.rules) {
    const Names known = groups_of(rule);
    for (const auto& [name, text] : rule.spec.set) {
      check_references(rule.spec, "set", text, known, errors);
    }
    for (const std::string& text : rule.spec.recall) {
      check_references(rule.spec, "recall", text, known, errors);
    }
    if (rule.spec.value == ValueType::groups)
      of_kinds[rule.spec.kind].insert(known.begin(), known.end());
  }
  for (auto& [kind, names] : of_kinds) {
    names.erase("span");
    compiled.groups_of_kinds[kind].assign(names.begin(), names.end());
  }
  for (Rule& rule : compiled.rules) {
    if (rule.spec.value == ValueType::groups) {
      rule.groups_of_kind = &compiled.groups_of_kinds[rule.spec.kind];
    }
  }
}

}  // namespace faktum
