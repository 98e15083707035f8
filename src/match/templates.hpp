// "{group}" in the texts of `set` and `recall`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/rule_match.hpp"

namespace faktum {

// Of `recall` alone: the letters in brackets that introduce themselves as a short name
// (resolve/recall.cpp).
inline constexpr std::string_view initials_template = "{initials}";

// `text` with {group} replaced by the match's group and {group:upper} by it in capitals (ASCII);
// runs of spaces shrink to one, none at the ends.
[[nodiscard]] std::string fill_template(std::string_view text, const RuleMatch&);

// The groups that a text names, without `:upper`.
[[nodiscard]] std::vector<std::string_view> names_in_template(std::string_view text);

}  // namespace faktum
