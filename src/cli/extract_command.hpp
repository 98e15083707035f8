// faktum [PATH...]
#pragma once

#include "cli/plan.hpp"

namespace faktum {

// Returns the exit status.
[[nodiscard]] int run_extract(const Plan&);

}  // namespace faktum
