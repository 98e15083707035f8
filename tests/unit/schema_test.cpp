// The schema, the values' keys and the flat columns say the same.
#include "output/schema.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "output/flat_fact.hpp"
#include "values/expected_value.hpp"

using Json = nlohmann::ordered_json;

namespace {

const faktum::DateValue day = [] {
  faktum::DateValue value;
  value.timex = "2024-05-03";
  value.start = faktum::Date{std::chrono::year{2024}, std::chrono::May, std::chrono::day{3}};
  return value;
}();

const std::vector<std::pair<std::string, faktum::Value>> shapes = {
    {"company", faktum::CompanyValue{"NVIDIA", "US", {}}},
    {"chip", faktum::ChipValue{"NVIDIA", {}, "A100", faktum::ChipLevel::model}},
    {"quantity", faktum::QuantityValue{{}, 7.5, 80, "percent", faktum::Modifier::approx}},
    {"money", faktum::MoneyValue{5e9, {}, {}, "USD", {}}},
    {"date", day},
    {"name", faktum::NameValue{"Yilmaz"}}};

Json keys_of(const Json& object) {
  Json keys = Json::array();
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

}  // namespace

TEST_CASE("the schema lists each shape's keys in the order of the output") {
  const Json schema = Json::parse(faktum::output_schema());
  for (const auto& [name, value] : shapes) {
    CAPTURE(name);
    const Json& shape = schema["$defs"][name];
    CHECK(shape["required"] == keys_of(faktum::to_json(value)));
    CHECK(keys_of(shape["properties"]) == shape["required"]);
    CHECK(shape["additionalProperties"] == false);
  }
}

TEST_CASE("the schema names every grain and modifier") {
  const Json schema = Json::parse(faktum::output_schema());
  const Json& grains = schema["$defs"]["date"]["properties"]["grain"]["enum"];
  CHECK(grains.size() == 10);
  for (std::size_t i = 0; i < 10; ++i) CHECK(grains[i] == faktum::name_of(faktum::Grain(i)));
  const Json& modifiers = schema["$defs"]["modifier"]["enum"];
  CHECK(modifiers.size() == 9);
  for (std::size_t i = 0; i < 8; ++i) {
    CHECK(modifiers[i] == faktum::name_of(faktum::Modifier(i)));
  }
  CHECK(modifiers[8].is_null());
}

TEST_CASE("values as JSON") {
  CHECK(faktum::to_json(shapes[2].second).dump() ==
        R"({"number":null,"min":7.5,"max":80,"unit":"percent","modifier":"approx"})");
  CHECK(faktum::to_json(shapes[3].second).dump() ==
        R"({"amount":5000000000,"min":null,"max":null,"currency":"USD","modifier":null})");
  CHECK(faktum::to_json(shapes[4].second).dump() ==
        R"({"timex":"2024-05-03","start":"2024-05-03","end":null,"grain":"day","modifier":null,)"
        R"("fiscal":false,"resolved":true})");
}

TEST_CASE("each key of each shape has a column of its own") {
  std::string groups;
  for (const auto& [name, value] : shapes) {
    CAPTURE(name);
    const faktum::ValueRow row = faktum::flatten(value, groups);
    const auto said = [](const faktum::FieldValue& field) { return field.index() != 0; };
    const auto fields = faktum::fields_of(value);
    CHECK(std::count_if(row.begin(), row.end(), said) ==
          std::count_if(fields.begin(), fields.end(),
                        [&](const auto& field) { return said(field.second); }));
  }
  const faktum::ValueRow row =
      faktum::flatten(faktum::GroupsValue{{{"a", "1"}, {"b", std::nullopt}}}, groups);
  CHECK(std::get<std::string_view>(row.back()) == R"({"a":"1","b":null})");
}
