// faktum explain [PATH...]
#pragma once

#include "cli/plan.hpp"

namespace faktum {

// Returns the exit status.
[[nodiscard]] int run_explain(const Plan&);

}  // namespace faktum
