// Joins a rule and what it names.
#pragma once

#include "faktum/error.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {

// Lets the rule find the tables and lists that it names, which are there already; an error for each
// that is not.
void link_rule(const CompiledRules&, Rule&, Errors&);

}  // namespace faktum
