// The number or range of a match, with its scale: what percentages, money and users' quantities
// have in common.
#pragma once

#include <optional>

#include "match/rule_match.hpp"
#include "values/number.hpp"

namespace faktum {

// Either `number` is set, or `min` and `max` are, and then min <= max.
struct Amount {
  std::optional<double> number;
  std::optional<double> min;
  std::optional<double> max;
};

// Reads the groups `number`, or `min` and `max`; and `scale`, which holds for both ends of a range
// unless `min_scale` gives the lower one its own (500 Millionen bis 1 Milliarde), or
// `min_currency` closes it (500 Euro bis 2 Millionen Euro).
// `cents` adds hundredths to a whole `number` (12 Euro 50).
// Nothing where they are no number or run downwards; a negative range (-3 bis -5) is turned round.
[[nodiscard]] std::optional<Amount> read_amount(const RuleMatch&, Comma);

}  // namespace faktum
