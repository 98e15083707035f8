// Which automata serve the patterns of rules.
#pragma once

#include "rules/compiled_rules.hpp"

namespace faktum {

// Makes automata for all patterns, which takes seconds, and what depends on them.
void make_automata(CompiledRules&);

// Lets patterns use the automata that those of `from` have, where they are written alike.
void share_automata(CompiledRules&, const CompiledRules& from);

}  // namespace faktum
