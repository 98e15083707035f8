// Rules as bytes, so that a process need not parse TOML or ask RE2 for atoms.
#pragma once

#include <string>
#include <string_view>

#include "rules/spec.hpp"

namespace faktum {

// CBOR of everything but examples and rejects.
[[nodiscard]] std::string write_blob(const RuleFiles&);

// `bytes` come from write_blob() of the same build.
[[nodiscard]] RuleFiles read_blob(std::string_view bytes);

}  // namespace faktum
