// The prefilter's reading of text and patterns: small letters, and one digit for all.
#pragma once

#include <string>
#include <string_view>

namespace faktum {

// Lower case (ASCII and Latin-1) with every digit read as 0; each byte keeps its place.
void fold_text(std::string_view text, std::string& out);

// A pattern of the same shape from which literals can be read: its digits are read as 0, so that
// `A\d{3}` has the literal "A000", which RE2 would not spell out for ten digits; and a capital
// (ASCII) that must be one is written as a private character that RE2 does not lower.
[[nodiscard]] std::string fold_pattern(std::string_view pattern);

// A literal of a folded pattern with its capitals written out again.
[[nodiscard]] std::string unfold_capitals(std::string_view literal);

// Whether `text` has a capital wherever `literal`, which is as long, has one.
[[nodiscard]] bool capitals_fit(std::string_view literal, std::string_view text);

}  // namespace faktum
