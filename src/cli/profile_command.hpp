// faktum rules profile [PATH...]
#pragma once

#include "cli/plan.hpp"

namespace faktum {

// Returns the exit status.
[[nodiscard]] int run_rules_profile(const Plan&);

}  // namespace faktum
