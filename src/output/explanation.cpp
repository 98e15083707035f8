#include "output/explanation.hpp"

#include <algorithm>
#include <numeric>

namespace faktum {

ExplainedText::ExplainedText(const Document& document, const Explanation& explanation)
    : document_(document), explanation_(explanation), code_points_(document.text) {
  for (const ExplainedCandidate& candidate : explanation.candidates) {
    if (candidate.fate == Fate::lost) losers_.push_back(candidate_spans_.size());
    candidate_spans_.add(candidate.match.span);
  }
  std::ranges::stable_sort(
      losers_, {}, [&](std::uint32_t index) { return explanation.candidates[index].winner; });
  for (const Refused& refused : explanation.refused) refused_spans_.add(refused.span);
}

std::vector<std::uint32_t> ExplainedText::candidates_at(const std::optional<Span>& place) const {
  if (place) return candidate_spans_.overlapping(*place);
  std::vector<std::uint32_t> all(explanation_.candidates.size());
  std::iota(all.begin(), all.end(), 0U);
  return all;
}

std::vector<std::uint32_t> ExplainedText::refused_at(Span place) const {
  return refused_spans_.overlapping(place);
}

std::span<const std::uint32_t> ExplainedText::losers(std::size_t winner) const {
  const auto winner_of = [&](std::uint32_t index) -> std::size_t {
    return explanation_.candidates[index].winner;
  };
  return {std::ranges::lower_bound(losers_, winner, {}, winner_of),
          std::ranges::upper_bound(losers_, winner, {}, winner_of)};
}

}  // namespace faktum
