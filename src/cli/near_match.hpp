// "Did you mean ...?"
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faktum {

// The first of `known` with the least edit distance (Levenshtein, in bytes) to `word`, if that is
// at most half of the word's length.
[[nodiscard]] std::optional<std::string> near_match(std::string_view word,
                                                    const std::vector<std::string>& known);

}  // namespace faktum
