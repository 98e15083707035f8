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

using EachField = std::function<void(const Field&)>;

void each(const CompanyValue& value, const EachField& use) {
  use({"name", field(value.name)});
  use({"country", field(value.country)});
  use({"ticker", field(value.ticker)});
}

void each(const ChipValue& value, const EachField& use) {
  use({"vendor", field(value.vendor)});
  use({"family", field(value.family)});
  use({"model", field(value.model)});
  use({"level", name_of(value.level)});
}

void each(const QuantityValue& value, const EachField& use) {
  use({"number", field(value.number)});
  use({"min", field(value.min)});
  use({"max", field(value.max)});
  use({"unit", field(value.unit)});
  use({"modifier", field(value.modifier)});
}

void each(const MoneyValue& value, const EachField& use) {
  use({"amount", field(value.amount)});
  use({"min", field(value.min)});
  use({"max", field(value.max)});
  use({"currency", field(value.currency)});
  use({"modifier", field(value.modifier)});
}

void each(const DateValue& value, const EachField& use) {
  use({"timex", field(value.timex)});
  use({"start", field(value.start)});
  use({"end", field(value.end)});
  use({"grain", name_of(value.grain)});
  use({"modifier", field(value.modifier)});
  use({"fiscal", value.fiscal});
  use({"resolved", value.resolved});
}

void each(const NameValue& value, const EachField& use) { use({"name", field(value.name)}); }

void each(const GroupsValue& value, const EachField& use) {
  for (const auto& [name, text] : value.groups) use({name, field(text)});
}

}  // namespace

void each_field(const Value& value, const EachField& use) {
  std::visit([&](const auto& shape) { each(shape, use); }, value);
}

std::vector<Field> fields_of(const Value& value) {
  std::vector<Field> fields;
  each_field(value, [&](const Field& field) { fields.push_back(field); });
  return fields;
}

}  // namespace faktum
