// Compiled rules as bytes: what the program maps at start instead of parsing rule files.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "match/profile.hpp"
#include "rules/compile.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {

// Everything but examples, rejects, atoms and fragments. Numbers lie as this machine has them. What
// is used most, as `usage` tells of a sample, lies together: the system maps 64 KB around each byte
// that is read, and a small text uses little.
[[nodiscard]] std::string write_image(CompiledRules&, const MatchProfile& usage);

// `image` comes from write_image() of the same build, begins at a multiple of 16 and outlives the
// result, which views it: tables are neither copied nor read before they are needed.
[[nodiscard]] Result<std::shared_ptr<CompiledRules>> read_image(std::string_view image,
                                                                const CompileOptions&);

}  // namespace faktum
