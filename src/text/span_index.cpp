#include "text/span_index.hpp"

#include <algorithm>

namespace faktum {

void SpanIndex::add(Span span) {
  reach_.push_back(reach_.empty() ? span.end : std::max(reach_.back(), span.end));
  spans_.push_back(span);
}

std::vector<std::uint32_t> SpanIndex::overlapping(Span place) const {
  std::vector<std::uint32_t> found;
  const auto first = std::ranges::upper_bound(reach_, place.begin) - reach_.begin();
  for (auto i = static_cast<std::size_t>(first); i < spans_.size(); ++i) {
    if (spans_[i].begin >= place.end) break;
    if (spans_[i].overlaps(place)) found.push_back(static_cast<std::uint32_t>(i));
  }
  return found;
}

}  // namespace faktum
