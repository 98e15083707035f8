#include "rules/atoms.hpp"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "match/fold.hpp"
#include "rules/pattern.hpp"
#include "rules/rarity.hpp"

namespace faktum {
namespace {

constexpr std::size_t most_sets = 3;

// fold_text() lowers ASCII and Latin-1 only.
bool folds_in_place(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0xC4 || byte == 0xE2;
}

// The longest piece of an atom that fold_text() keeps findable: "koda" of "škoda".
std::string foldable(const std::string& atom) {
  std::string best;
  std::string piece;
  for (const char c : atom) {
    const bool lead_lost = !folds_in_place(c);
    if (lead_lost) {
      piece.clear();
    } else if (!piece.empty() || (static_cast<unsigned char>(c) & 0xC0) != 0x80) {
      piece += c;
    }
    if (piece.size() > best.size()) best = piece;
  }
  return best;
}

}  // namespace

std::vector<std::vector<std::string>> necessary_atoms(const std::string& pattern) {
  re2::FilteredRE2 filter(1);
  int id = 0;
  if (filter.Add(fold_pattern(pattern), pattern_options(), &id) != RE2::NoError) return {};
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  for (std::string& atom : atoms) atom = unfold_capitals(atom);
  if (atoms.empty()) return {};

  std::vector<double> work;
  work.reserve(atoms.size());
  for (const std::string& atom : atoms) work.push_back(Occurrences({&atom, 1}).work());
  std::vector<int> order(atoms.size());  // the costly ones first: they are the ones to spare
  std::iota(order.begin(), order.end(), 0);
  const auto atom_at = [&](int i) -> const std::string& {
    return atoms[static_cast<std::size_t>(i)];
  };
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    const double of_a = work[static_cast<std::size_t>(a)];
    const double of_b = work[static_cast<std::size_t>(b)];
    return of_a != of_b ? of_a > of_b : atom_at(a) < atom_at(b);
  });
  const auto can_match_with = [&](const std::vector<int>& present) {
    std::vector<int> matching;
    filter.AllPotentials(present, &matching);
    return !matching.empty();
  };

  std::vector<std::vector<std::string>> sets;
  std::vector<int> spared;  // atoms that are taken to be there; at first those of earlier sets
  std::vector<int> used;
  while (sets.size() < most_sets) {
    spared = used;
    if (can_match_with(spared)) break;
    std::vector<int> cut;
    for (const int atom : order) {
      if (std::find(used.begin(), used.end(), atom) != used.end()) continue;
      spared.push_back(atom);
      if (!can_match_with(spared)) continue;
      spared.pop_back();
      cut.push_back(atom);
    }
    std::set<std::string> literals;
    for (const int atom : cut) {
      literals.insert(foldable(atom_at(atom)));
    }
    std::vector<std::string> set(literals.begin(), literals.end());
    if (literals.contains("")) break;
    sets.push_back(std::move(set));
    used.insert(used.end(), cut.begin(), cut.end());
  }
  return sets;
}

}  // namespace faktum
