// Literals that a pattern cannot match without.
#pragma once

#include <string>
#include <vector>

namespace faktum {

// Up to three disjoint sets of literals: every match of `pattern` holds at least one literal of
// each set; a capital must stand as it is, all else as fold_text() writes it. Empty: nothing is
// known, the pattern must be tried. RE2's FilteredRE2 derives the boolean condition; each set is a
// minimal cut of it, made of rare literals as far as possible.
[[nodiscard]] std::vector<std::vector<std::string>> necessary_atoms(const std::string& pattern);

}  // namespace faktum
