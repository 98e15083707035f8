#include "output/flat_fact.hpp"

#include <algorithm>

#include "output/json_text.hpp"
#include "output/records.hpp"

namespace faktum {
namespace {

std::string_view column_of(const Value& value, std::string_view key) {
  if (std::holds_alternative<DateValue>(value)) {
    if (key == "start") return "first_day";
    if (key == "end") return "last_day";
  }
  return key;
}

}  // namespace

ValueRow flatten(const Value& value, std::string& groups) {
  ValueRow row;
  if (std::holds_alternative<GroupsValue>(value)) {
    groups.clear();
    JsonText json(groups, JsonText::Layout::compact);
    write_value(json, value);
    row.back() = std::string_view(groups);
    return row;
  }
  for (const auto& [key, field] : fields_of(value)) {
    const auto column =
        std::find(value_columns.begin(), value_columns.end(), column_of(value, key));
    row[static_cast<std::size_t>(column - value_columns.begin())] = field;
  }
  return row;
}

}  // namespace faktum
