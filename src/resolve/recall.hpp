// Names introduced in a text: "der 4090" beside "RTX 4090", "Etched" beside "der Chiphersteller
// Etched".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "match/classed_text.hpp"
#include "match/rule_match.hpp"
#include "match/trace.hpp"

namespace faktum {

// Appends a candidate for each mention of a name that the rules of the standing candidates
// `recall`, with the value of the first candidate of that name. The rule's `not_before` and
// `not_after` hold for these mentions too; a trace, if there is one, notes what they refuse.
void add_recalled(const ClassedText& text, const std::vector<Span>& sentences,
                  const std::vector<std::uint32_t>& standing, std::vector<RuleMatch>& candidates,
                  MatchTrace* trace = nullptr);

}  // namespace faktum
