// faktum score GOLD...
#pragma once

#include "cli/plan.hpp"

namespace faktum {

// Returns the exit status.
[[nodiscard]] int run_score(const Plan&);

}  // namespace faktum
