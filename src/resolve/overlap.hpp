// Between overlapping candidates: the longer, then the kind, then the priority.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "match/rule_match.hpp"

namespace faktum {

// The indexes of the candidates that stand, in text order. Of two that overlap the longer wins,
// then the kind's rank, the rule's priority, the earlier begin, the rule's name. `judge` decides
// whether an open candidate is valid, and is asked only where it would win.
[[nodiscard]] std::vector<std::uint32_t> resolve_overlaps(
    std::vector<RuleMatch>& candidates, const std::function<void(RuleMatch&)>& judge);

// What decides between two candidates that overlap. `order`: all else is equal, as between two
// entries of a list, and the first one wins.
enum class Decider : std::uint8_t { length, kind, priority, begin, rule, order };

// What makes `a` win over `b` or lose to it.
[[nodiscard]] Decider decider(const RuleMatch& a, const RuleMatch& b);

// Whether the candidate `a` goes before `b` where they overlap.
[[nodiscard]] bool goes_before(const std::vector<RuleMatch>& candidates, std::uint32_t a,
                               std::uint32_t b);

}  // namespace faktum
