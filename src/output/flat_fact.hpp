// A fact as one row: the columns that `facts`, `csv` and `tsv` share.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "faktum/fact.hpp"
#include "values/fields.hpp"

namespace faktum {

// The columns that hold values, after id, kind, text, start, end, sentence and before rule. A
// date's own `start` and `end` are called first_day and last_day; `groups` is the JSON text of a
// value of named groups.
inline constexpr std::array<std::string_view, 21> value_columns = {
    "name",      "country",  "ticker", "vendor",   "family", "model",    "level",
    "number",    "amount",   "min",    "max",      "unit",   "currency", "timex",
    "first_day", "last_day", "grain",  "modifier", "fiscal", "resolved", "groups"};

// One field per value column, std::monostate where the kind has none. `groups` keeps the text that
// the last field views.
using ValueRow = std::array<FieldValue, value_columns.size()>;
[[nodiscard]] ValueRow flatten(const Value&, std::string& groups);

}  // namespace faktum
