// "{group}" in the texts of `set` and `recall`.
#pragma once

#include <string>
#include <string_view>

#include "match/rule_match.hpp"

namespace faktum {

// `text` with {group} replaced by the match's group and {group:upper} by it in capitals (ASCII);
// runs of spaces shrink to one, none at the ends.
[[nodiscard]] std::string fill_template(std::string_view text, const RuleMatch&);

}  // namespace faktum
