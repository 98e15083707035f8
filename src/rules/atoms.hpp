// Literals that a pattern cannot match without.
#pragma once

#include <string>
#include <vector>

namespace faktum {

// A small set of literals of which at least one stands in every match of `pattern`, as fold_text()
// writes it. Empty: no such set is known, the pattern must be tried.
// RE2's FilteredRE2 derives the boolean condition; we keep one minimal cut of it, rare literals
// first.
[[nodiscard]] std::vector<std::string> necessary_atoms(const std::string& pattern);

}  // namespace faktum
