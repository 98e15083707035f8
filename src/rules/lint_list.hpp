// Forms of a list that nothing can find.
#pragma once

#include "faktum/error.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {

// Appends what is wrong with a list: forms that stand twice or that two entries share (letter case
// and hyphens do not tell them apart), that the gazetteer cannot find, or that no rule asks for;
// and rules' `names` that the list lacks, or whose `named` asks for what the other list lacks.
void lint_list(const ListIndex&, const CompiledRules&, Errors& findings);

}  // namespace faktum
