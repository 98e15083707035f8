// The prefilter's reading of text and patterns: small letters, and one digit for all.
#pragma once

#include <string>
#include <string_view>

namespace faktum {

// Lower case (ASCII and Latin-1) with every digit read as 0; each byte keeps its place.
void fold_text(std::string_view text, std::string& out);

// A pattern that matches fold_text(t) wherever `pattern` matches t, perhaps more often: its digits
// are read as 0. So `A\d{3}` has the literal "a000", which RE2 would not spell out for ten digits.
[[nodiscard]] std::string fold_pattern(std::string_view pattern);

}  // namespace faktum
