// Whether two runs had the same rules.
#pragma once

#include <cstdint>

#include "faktum/rule_set.hpp"

namespace faktum {

// Of the built-in rules and of all rule files and lists that were read.
[[nodiscard]] std::uint64_t fingerprint(const RuleSet&);

}  // namespace faktum
