#include "match/neighbour_filter.hpp"

#include <utility>
#include <vector>

namespace faktum {

NeighbourFilter::NeighbourFilter(std::span<const Neighbours> patterns)
    : words_(static_cast<std::uint32_t>((patterns.size() + 63) / 64)) {
  std::vector<std::uint64_t> bits(row_of(2 * Automaton::near, 0));
  const auto add = [&](std::size_t pattern, const Automaton* side, std::size_t first_place) {
    const Automaton::NearClasses near =
        side != nullptr ? side->classes_near() : Automaton::any_near();
    for (std::size_t i = 0; i < near.size(); ++i) {
      for (std::size_t of = 0; of < classes; ++of) {
        const std::size_t row = row_of(first_place + i, static_cast<CharClass>(of));
        if (near[i][of]) bits[row + pattern / 64] |= std::uint64_t{1} << pattern % 64;
      }
    }
  };
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    add(i, patterns[i].before, 0);
    add(i, patterns[i].after, Automaton::near);
  }
  bits_ = Array<std::uint64_t>(std::move(bits));
}

}  // namespace faktum
