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

// What it costs to look for the literals and to try a rule where one stands, in stops of the
// prefilter by byte of text.
[[nodiscard]] double work_of(const std::vector<std::string>& literals);

// Whether looking for a set's literals, too, costs less than the tries of rules that it spares:
// `tries`, an estimate by byte of text, are made without it.
[[nodiscard]] bool spares_work(const std::vector<std::string>& literals, double tries);

}  // namespace faktum
