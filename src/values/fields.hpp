// A value as keys and plain values: the one place that names the keys of each kind, in the order
// in which every output writes them.
#pragma once

#include <functional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "faktum/fact.hpp"

namespace faktum {

using FieldValue = std::variant<std::monostate, std::string_view, double, bool, Date>;
using Field = std::pair<std::string_view, FieldValue>;

// Calls `use` with all keys of the value's shape; std::monostate where the value says nothing.
// Texts view `value`.
void each_field(const Value& value, const std::function<void(const Field&)>& use);

[[nodiscard]] std::vector<Field> fields_of(const Value& value);

}  // namespace faktum
