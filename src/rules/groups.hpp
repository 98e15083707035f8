// The groups of rules, by name.
#pragma once

#include "faktum/error.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {

// Lets rules of a kind whose value is its groups know those of all its rules, and says which groups
// `set` and `recall` name that their rule does not have. Lists are there already.
void link_groups(CompiledRules&, Errors&);

}  // namespace faktum
