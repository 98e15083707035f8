#include "rules/atoms.hpp"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <set>
#include <string_view>
#include <utility>

#include "match/fold.hpp"
#include "rules/pattern.hpp"
#include "text/ascii.hpp"
#include "text/function_words.hpp"

namespace faktum {
namespace {

constexpr std::size_t most_sets = 3;

// To try a rule on a sentence takes as long as so many stops of the prefilter.
constexpr double stops_of_a_try = 10;

// How often a short function word stands at a byte of German text.
constexpr double frequency_of_function_word = 0.006;

// Literals of four bytes and more are mostly words, which are never rarer than this.
constexpr double least_frequency_of_word = 2e-5;

// What rules ask for is more frequent than its letters would be by chance.
constexpr double asked_to_letters = 5;

constexpr double bytes_of_sentence = 80;

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

// How often a letter stands at a byte of German text, and how often the most frequent pairs do, in
// percent (Beutelspacher, Kryptologie).
constexpr std::array<double, 26> letters{6.5, 1.9, 3.1, 5.1, 17.4, 1.7, 3.0, 4.8, 7.6,
                                         0.3, 1.2, 3.4, 2.5, 9.8,  2.5, 0.8, 0.1, 7.0,
                                         7.3, 6.2, 4.4, 0.7, 1.9,  0.1, 0.1, 1.1};
constexpr std::array<std::pair<std::string_view, double>, 10> pairs{{{"en", 3.9},
                                                                     {"er", 3.8},
                                                                     {"ch", 2.8},
                                                                     {"te", 2.3},
                                                                     {"de", 2.0},
                                                                     {"nd", 2.0},
                                                                     {"ei", 1.9},
                                                                     {"ie", 1.8},
                                                                     {"in", 1.7},
                                                                     {"es", 1.5}}};

double frequency_of_letter(char c) { return letters[static_cast<std::size_t>(c - 'a')] / 100; }

// Of a small letter behind another.
double frequency_after(char before, char c) {
  for (const auto& [pair, percent] : pairs) {
    if (pair[0] == before && pair[1] == c) return percent / 100 / frequency_of_letter(before);
  }
  return frequency_of_letter(c);
}

bool is_short_function_word(std::string_view atom) {
  if (atom.starts_with(' ')) atom.remove_prefix(1);
  if (atom.ends_with(' ')) atom.remove_suffix(1);
  return atom.size() <= 4 && kOpeners.contains(atom);
}

// How often a literal begins at a byte of German text, as if other letters were independent. What
// is no letter is estimated.
double frequency(std::string_view atom) {
  double estimate = 1;
  char before = 0;
  for (const char c : atom) {
    if (is_ascii_lower(c)) {
      estimate *= is_ascii_lower(before) ? frequency_after(before, c) : frequency_of_letter(c);
    } else if (is_ascii_upper(c)) {
      estimate *= atom.size() == 1 ? frequency_of_letter(ascii_lower(c)) : 0.003;
    } else if (c == ' ') {
      estimate *= before == ',' ? 0.9 : 0.14;
    } else if (c == '0') {
      estimate *= before == '0' ? 0.5 : 0.02;
    } else {
      estimate *= c == '.' || c == ',' || c == '-' ? 0.01 : 0.0005;
    }
    before = c;
  }
  return is_short_function_word(atom) ? std::max(estimate, frequency_of_function_word) : estimate;
}

double frequency_of_asked(std::string_view atom) {
  return std::max(frequency(atom), atom.size() > 3 ? least_frequency_of_word : 0.0);
}

// How often the prefilter stops for a literal, at a byte: at each r to see that it is no R.
double stops(std::string_view atom) { return frequency(ascii_lower(atom)); }

double sum_of(double (&estimate)(std::string_view), const std::vector<std::string>& literals) {
  return std::transform_reduce(literals.begin(), literals.end(), 0.0, std::plus(), estimate);
}

}  // namespace

double frequency(const std::vector<std::string>& literals) {
  return sum_of(frequency_of_asked, literals);
}

double work_of(const std::vector<std::string>& literals) {
  return sum_of(stops, literals) + stops_of_a_try * frequency(literals);
}

bool spares_work(const std::vector<std::string>& literals, double tries) {
  const double not_in_sentence = std::exp(-bytes_of_sentence * frequency(literals));
  return sum_of(stops, literals) < stops_of_a_try * asked_to_letters * tries * not_in_sentence;
}

std::vector<std::vector<std::string>> necessary_atoms(const std::string& pattern) {
  re2::FilteredRE2 filter(1);
  int id = 0;
  if (filter.Add(fold_pattern(pattern), pattern_options(), &id) != RE2::NoError) return {};
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  for (std::string& atom : atoms) atom = unfold_capitals(atom);
  if (atoms.empty()) return {};

  std::vector<int> order(atoms.size());  // the most frequent first: they are the ones to spare
  std::iota(order.begin(), order.end(), 0);
  const auto atom_at = [&](int i) -> const std::string& {
    return atoms[static_cast<std::size_t>(i)];
  };
  std::sort(order.begin(), order.end(), [&](int a, int b) {
    const double of_a = frequency(atom_at(a));
    const double of_b = frequency(atom_at(b));
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
