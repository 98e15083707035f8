// Between overlapping candidates: the longer, then the kind, then the priority.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "resolve/candidate.hpp"

namespace faktum {

// The indexes of the candidates that stand, in text order. Of two that overlap the longer wins,
// then the kind's rank, the rule's priority, the earlier begin, the rule's name. `judge` decides
// whether an open candidate is valid, and is asked only where it would win.
[[nodiscard]] std::vector<std::uint32_t> resolve_overlaps(
    std::vector<Candidate>& candidates, const std::function<void(Candidate&)>& judge);

}  // namespace faktum
