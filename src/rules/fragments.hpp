// {{name}} in patterns.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "faktum/error.hpp"
#include "rules/parse.hpp"

namespace faktum {

using Fragments = std::map<std::string, FragmentSource>;
using ExpandedFragments = std::map<std::string, std::string>;

// Expands fragments in each other. Unknown names and cycles become errors.
[[nodiscard]] ExpandedFragments expand_fragments(const Fragments&, Errors& errors);

// `pattern` with each {{name}} replaced by (?:its text). `place` is for errors.
[[nodiscard]] std::string expand(std::string_view pattern, const ExpandedFragments&,
                                 const Place& place, Errors& errors);

}  // namespace faktum
