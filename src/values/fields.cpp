#include "values/fields.hpp"

namespace faktum {
namespace {

FieldValue field(const std::string& text) { return std::string_view(text); }
FieldValue field(double number) { return number; }
FieldValue field(Date date) { return date; }
FieldValue field(Modifier modifier) { return name_of(modifier); }

template <typename T>
FieldValue field(const std::optional<T>& value) {
  return value ? field(*value) : FieldValue{};
}

std::vector<Field> fields(const CompanyValue& value) {
  return {{"name", field(value.name)},
          {"country", field(value.country)},
          {"ticker", field(value.ticker)}};
}

std::vector<Field> fields(const ChipValue& value) {
  return {{"vendor", field(value.vendor)},
          {"family", field(value.family)},
          {"model", field(value.model)},
          {"level", name_of(value.level)}};
}

std::vector<Field> fields(const QuantityValue& value) {
  return {{"number", field(value.number)},
          {"min", field(value.min)},
          {"max", field(value.max)},
          {"unit", field(value.unit)},
          {"modifier", field(value.modifier)}};
}

std::vector<Field> fields(const MoneyValue& value) {
  return {{"amount", field(value.amount)},
          {"min", field(value.min)},
          {"max", field(value.max)},
          {"currency", field(value.currency)},
          {"modifier", field(value.modifier)}};
}

std::vector<Field> fields(const DateValue& value) {
  return {{"timex", field(value.timex)},       {"start", field(value.start)},
          {"end", field(value.end)},           {"grain", name_of(value.grain)},
          {"modifier", field(value.modifier)}, {"fiscal", value.fiscal},
          {"resolved", value.resolved}};
}

std::vector<Field> fields(const NameValue& value) { return {{"name", field(value.name)}}; }

std::vector<Field> fields(const GroupsValue& value) {
  std::vector<Field> result;
  result.reserve(value.groups.size());
  for (const auto& [name, text] : value.groups) result.emplace_back(name, field(text));
  return result;
}

}  // namespace

std::vector<Field> fields_of(const Value& value) {
  return std::visit([](const auto& shape) { return fields(shape); }, value);
}

}  // namespace faktum
