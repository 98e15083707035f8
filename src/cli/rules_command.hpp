// faktum rules list | show NAME | check [PATH...] | test [PATH...]
#pragma once

#include "cli/plan.hpp"

namespace faktum {

// Each returns the exit status.
[[nodiscard]] int run_rules_list(const Plan&);
[[nodiscard]] int run_rules_show(const Plan&);
[[nodiscard]] int run_rules_check(const Plan&);
[[nodiscard]] int run_rules_test(const Plan&);

}  // namespace faktum
