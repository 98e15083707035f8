#include "rules/atoms.hpp"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "rules/pattern.hpp"

namespace faktum {
namespace {

bool has_letter(const std::string& atom) {
  return std::any_of(atom.begin(), atom.end(), [](unsigned char c) {
    return (c >= 'a' && c <= 'z') || c >= 0x80;
  });
}

// lower_in_place() lowers ASCII and Latin-1; an atom with other letters could be missed.
bool lowers_in_place(const std::string& atom) {
  return std::all_of(atom.begin(), atom.end(), [](unsigned char c) { return c < 0xC4 || c == 0xE2; });
}

bool is_number(const std::string& atom) {
  return std::all_of(atom.begin(), atom.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Common atoms first: they are the ones to do without.
bool more_common(const std::string& a, const std::string& b) {
  return std::tuple(!is_number(a), has_letter(a), a.size(), a) <
         std::tuple(!is_number(b), has_letter(b), b.size(), b);
}

}  // namespace

std::vector<std::string> necessary_atoms(const std::string& pattern) {
  re2::FilteredRE2 filter(1);
  int id = 0;
  if (filter.Add(pattern, pattern_options(), &id) != RE2::NoError) return {};
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
    if (!lowers_in_place(atoms[static_cast<std::size_t>(atom)])) return {};
    needed.push_back(atoms[static_cast<std::size_t>(atom)]);
  }
  std::sort(needed.begin(), needed.end());
  return needed;
}

}  // namespace faktum
