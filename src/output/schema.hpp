// The JSON Schema (2020-12) of one line of jsonl: src/output/schema.json, embedded.
#pragma once

#include <string_view>

namespace faktum {

[[nodiscard]] std::string_view output_schema();

}  // namespace faktum
