// Compiled rules as bytes: what the program maps at start instead of parsing rule files.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "rules/compile.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {

// Everything but examples, rejects, atoms and fragments. Numbers lie as this machine has them.
[[nodiscard]] std::string write_image(CompiledRules&);

// `image` comes from write_image() of the same build, begins at a multiple of 16 and outlives the
// result, which views it: tables are neither copied nor read before they are needed.
[[nodiscard]] Result<std::shared_ptr<CompiledRules>> read_image(std::string_view image,
                                                                const CompileOptions&);

}  // namespace faktum
