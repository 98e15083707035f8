#include "cli/near_match.hpp"

#include <algorithm>
#include <numeric>

namespace faktum {
namespace {

// Levenshtein's distance by Wagner and Fischer's algorithm, one row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t substituted = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, substituted});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string> near_match(std::string_view word,
                                      const std::vector<std::string>& known) {
  std::optional<std::string> best;
  std::size_t least = word.size() / 2 + 1;
  for (const std::string& candidate : known) {
    if (const std::size_t found = distance(word, candidate); found < least) {
      least = found;
      best = candidate;
    }
  }
  return best;
}

}  // namespace faktum
