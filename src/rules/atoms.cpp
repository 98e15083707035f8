#include "rules/atoms.hpp"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "match/fold.hpp"
#include "rules/pattern.hpp"

namespace faktum {
namespace {

// fold_text() lowers ASCII and Latin-1; an atom with other letters could be missed.
bool folds_in_place(const std::string& atom) {
  return std::all_of(atom.begin(), atom.end(), [](unsigned char c) { return c < 0xC4 || c == 0xE2; });
}

// How often an atom is likely to occur in German text, roughly: 0 is most often. Single letters and
// spaces, then single digits, then whatever is longer is rarer.
std::size_t rarity(const std::string& atom) {
  if (atom.size() == 1) return atom == "0" ? 1 : atom == "%" || atom == "$" ? 4 : 0;
  const bool plain = std::all_of(atom.begin(), atom.end(), [](char c) {
    return c == ' ' || c == '.' || c == '0' || c == ',' || c == '-';
  });
  return plain ? 2 : atom.size() + 1;
}

// Common atoms first: they are the ones to do without.
bool more_common(const std::string& a, const std::string& b) {
  return std::tuple(rarity(a), a) < std::tuple(rarity(b), b);
}

}  // namespace

std::vector<std::string> necessary_atoms(const std::string& pattern) {
  re2::FilteredRE2 filter(1);
  int id = 0;
  if (filter.Add(fold_pattern(pattern), pattern_options(), &id) != RE2::NoError) return {};
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  if (atoms.empty()) return {};

  std::vector<int> order(atoms.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    return more_common(atoms[static_cast<std::size_t>(a)], atoms[static_cast<std::size_t>(b)]);
  });

  const auto can_match_with = [&](const std::vector<int>& present) {
    std::vector<int> matching;
    filter.AllPotentials(present, &matching);
    return !matching.empty();
  };
  std::vector<int> spared;  // atoms that alone cannot make a match
  if (can_match_with(spared)) return {};
  std::vector<std::string> needed;
  for (const int atom : order) {
    spared.push_back(atom);
    if (!can_match_with(spared)) continue;
    spared.pop_back();
    if (!folds_in_place(atoms[static_cast<std::size_t>(atom)])) return {};
    needed.push_back(atoms[static_cast<std::size_t>(atom)]);
  }
  std::sort(needed.begin(), needed.end());
  return needed;
}

}  // namespace faktum
