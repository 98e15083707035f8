#include "values/value_builder.hpp"

#include <algorithm>

namespace faktum {
namespace {

std::optional<Value> build_name(const RuleMatch& match, const ValueContext& context) {
  const std::string_view name = match.group("name");
  return NameValue{std::string(name.empty() ? match.span.of(context.text) : name)};
}

std::optional<Value> build_groups(const RuleMatch& match) {
  GroupsValue value;
  for (const auto& [name, text] : match.groups) {
    if (name != "span") value.groups.emplace_back(name, text);
  }
  std::sort(value.groups.begin(), value.groups.end());
  return value;
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
