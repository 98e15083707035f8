#include "values/value_builder.hpp"

#include <map>
#include <optional>
#include <string>

#include "rules/compiled_rules.hpp"

namespace faktum {
namespace {

std::optional<Value> build_name(const RuleMatch& match, const ValueContext& context) {
  const std::string_view name = match.group("name");
  return NameValue{std::string(name.empty() ? match.span.of(context.text) : name)};
}

// All groups that rules of the kind can have, so that its facts have the same keys.
std::optional<Value> build_groups(const RuleMatch& match) {
  std::map<std::string, std::optional<std::string>> groups;
  if (match.rule != nullptr && match.rule->groups_of_kind != nullptr) {
    for (const std::string& name : *match.rule->groups_of_kind) groups[name];
  }
  for (const auto& [name, text] : match.groups) groups[std::string(name)] = text;
  groups.erase("span");
  return GroupsValue{{groups.begin(), groups.end()}};
}

}  // namespace

std::optional<Value> build_value(ValueType type, const RuleMatch& match,
                                 const ValueContext& context) {
  switch (type) {
    case ValueType::company:
      return build_company(match, context);
    case ValueType::chip:
      return build_chip(match, context);
    case ValueType::number:
      return build_quantity(match, context);
    case ValueType::money:
      return build_money(match, context);
    case ValueType::date:
      return build_date(match, context);
    case ValueType::name:
      return build_name(match, context);
    case ValueType::groups:
    case ValueType::nothing:
      return build_groups(match);
  }
  return std::nullopt;
}

}  // namespace faktum
