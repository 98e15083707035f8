// What the extractor finds. Plain values: copyable, comparable, thread-safe to read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "faktum/document.hpp"

namespace faktum {

// UTF-8 bytes of the document's text, `begin` inclusive, `end` exclusive, on code point borders.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool overlaps(const Span& other) const {
    return begin < other.end && other.begin < end;
  }
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
  friend bool operator==(const Span&, const Span&) = default;
};

enum class Modifier { approx, less_than, more_than, at_least, at_most, start, mid, end };
enum class Grain { day, week, weekend, month, quarter, season, half_year, year, decade, century };
enum class ChipLevel { model, series, architecture };

[[nodiscard]] std::string_view name_of(Modifier);
[[nodiscard]] std::string_view name_of(Grain);
[[nodiscard]] std::string_view name_of(ChipLevel);

struct CompanyValue {
  std::string name;                    // canonical
  std::optional<std::string> country;  // ISO 3166 alpha-2
  std::optional<std::string> ticker;
  friend bool operator==(const CompanyValue&, const CompanyValue&) = default;
};

struct ChipValue {
  std::optional<std::string> vendor;
  std::optional<std::string> family;
  std::string model;  // canonical
  ChipLevel level = ChipLevel::model;
  friend bool operator==(const ChipValue&, const ChipValue&) = default;
};

// A number or a range with its unit: percentages, and the kinds a user declares with
// `value = "number"`. Either `number` is set, or `min` and `max` are.
struct QuantityValue {
  std::optional<double> number;
  std::optional<double> min;
  std::optional<double> max;
  std::string unit;
  std::optional<Modifier> modifier;
  friend bool operator==(const QuantityValue&, const QuantityValue&) = default;
};

// Either `amount` is set, or `min` and `max` are; in units of the currency.
struct MoneyValue {
  std::optional<double> amount;
  std::optional<double> min;
  std::optional<double> max;
  std::string currency;  // ISO 4217
  std::optional<Modifier> modifier;
  friend bool operator==(const MoneyValue&, const MoneyValue&) = default;
};

// `timex` is a TIMEX3 value (ISO-TimeML): 2024-07-30, 2022-09, 2024-Q3, 2024-W31, 2019/2021.
// It is empty, like `start` and `end`, where the publication date is needed and unknown.
struct DateValue {
  std::optional<std::string> timex;
  std::optional<Date> start;  // first day
  std::optional<Date> end;    // last day, inclusive
  Grain grain = Grain::day;
  std::optional<Modifier> modifier;
  bool fiscal = false;
  bool resolved = true;
  friend bool operator==(const DateValue&, const DateValue&) = default;
};

// For kinds a user declares with `value = "name"`.
struct NameValue {
  std::string name;
  friend bool operator==(const NameValue&, const NameValue&) = default;
};

// For kinds a user declares with `value = "groups"`: the rule's named groups, sorted by name.
struct GroupsValue {
  std::vector<std::pair<std::string, std::optional<std::string>>> groups;
  friend bool operator==(const GroupsValue&, const GroupsValue&) = default;
};

using Value = std::variant<CompanyValue, ChipValue, QuantityValue, MoneyValue, DateValue, NameValue,
                           GroupsValue>;

// `kind` and `rule` view the RuleSet's storage: they live as long as any copy of it.
struct Fact {
  std::string_view kind;
  Span span;
  std::uint32_t sentence = 0;  // index in the document, from 0
  Value value;
  std::string_view rule;
};

}  // namespace faktum
