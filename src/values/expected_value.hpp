// Compares a value with the keys that an example or a gold annotation gives.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "faktum/fact.hpp"

namespace faktum {

// The value as JSON, all keys of its shape, in their order. Integral numbers become integers,
// dates "YYYY-MM-DD".
[[nodiscard]] nlohmann::ordered_json to_json(const Value&);

// One text per key of the object `wanted` that the value does not have or has otherwise:
// `unit: "percent", expected "percentage_point"`. Numbers are equal within 1e-9 of their size.
// Keys that `wanted` does not give are not compared.
[[nodiscard]] std::vector<std::string> differences(const Value&,
                                                   const nlohmann::ordered_json& wanted);

}  // namespace faktum
