#include "values/expected_value.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "values/fields.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

using Json = nlohmann::ordered_json;

struct ToJson {
  Json operator()(std::monostate) const { return nullptr; }
  Json operator()(std::string_view text) const { return text; }
  Json operator()(bool truth) const { return truth; }
  Json operator()(Date date) const { return to_iso(date); }
  Json operator()(double number) const {
    if (number == std::trunc(number) && std::abs(number) < 9e18) {
      return static_cast<std::int64_t>(number);
    }
    return number;
  }
};

bool equal(const Json& ours, const Json& wanted) {
  if (!ours.is_number() || !wanted.is_number()) return ours == wanted;
  const double a = ours.get<double>();
  const double b = wanted.get<double>();
  return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

}  // namespace

Json to_json(const Value& value) {
  Json object = Json::object();
  for (const auto& [key, field] : fields_of(value)) {
    object[std::string(key)] = std::visit(ToJson{}, field);
  }
  return object;
}

std::vector<std::string> differences(const Value& value, const Json& wanted) {
  std::vector<std::string> result;
  const Json ours = to_json(value);
  for (const auto& [key, expected] : wanted.items()) {
    const auto found = ours.find(key);
    if (found == ours.end()) {
      result.push_back(key + ": no such key, expected " + expected.dump());
    } else if (!equal(*found, expected)) {
      result.push_back(key + ": " + found->dump() + ", expected " + expected.dump());
    }
  }
  return result;
}

}  // namespace faktum
