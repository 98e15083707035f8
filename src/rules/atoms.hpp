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

// An estimate of how often one of the literals begins at a byte of German text.
[[nodiscard]] double frequency(const std::vector<std::string>& literals);

// Whether one of the literals stands in so many places of a text that looking for them spares no
// work.
[[nodiscard]] bool are_frequent(const std::vector<std::string>& literals);

}  // namespace faktum
