#include "rules/groups.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "match/templates.hpp"

namespace faktum {
namespace {

// Read off the pattern: to compile all that set something would take seconds.
void add_named(std::string_view pattern, GroupSet& names) {
  constexpr std::string_view open = "(?P<";
  for (std::size_t at = pattern.find(open); at != pattern.npos; at = pattern.find(open, at)) {
    at += open.size();
    names.emplace(pattern.substr(at, pattern.find('>', at) - at));
  }
}

GroupSet groups_of(const Rule& rule) {
  GroupSet names;
  add_named(rule.spec.pattern, names);
  if (rule.list != nullptr) {
    names.emplace("form");
    names.insert(rule.list->list.columns.begin(), rule.list->list.columns.end());
  }
  for (const auto& [name, text] : rule.spec.set) names.insert(name);
  return names;
}

void check_references(const RuleSpec& spec, const std::string& key, std::string_view text,
                      const GroupSet& known, Errors& errors) {
  for (const std::string_view name : names_in_template(text)) {
    if (known.contains(name)) continue;
    std::string message = "rule '" + spec.name + "': " + key + " names the group '";
    message.append(name).append("', which neither its pattern nor its list has");
    errors.push_back({"rule.group", std::move(message), spec.place_of(key), std::string(name)});
  }
}

}  // namespace

void link_groups(CompiledRules& compiled, Errors& errors) {
  for (Rule& rule : compiled.rules) {
    const GroupSet known = groups_of(rule);
    for (const auto& [name, text] : rule.spec.set) {
      check_references(rule.spec, "set", text, known, errors);
    }
    for (const std::string& text : rule.spec.recall) {
      if (text == initials_template) continue;
      check_references(rule.spec, "recall", text, known, errors);
    }
    if (rule.spec.value != ValueType::groups) continue;
    GroupSet& of_kind = compiled.groups_of_kinds[rule.spec.kind];
    of_kind.insert(known.begin(), known.end());
    of_kind.erase("span");
    rule.groups_of_kind = &of_kind;
  }
}

}  // namespace faktum
