// Elements -> text.
#pragma once

#include <string>
#include <string_view>

#include "html/page.hpp"
#include "html/survey.hpp"

namespace faktum {

// The text below `root` as a reader sees it: paragraphs with a blank line between, a line for each
// <li>, <tr> and <br>, cells of a row separated by tabs, <pre> as it is, all other white space
// collapsed. Soft hyphens and other invisible characters are dropped, so that words are whole.
// Without line end.
[[nodiscard]] std::string block_text(const GumboNode& root, const Survey&);

// The text below `root` on one line, as of a headline: of a longer one the beginning.
[[nodiscard]] std::string line_text(const GumboNode& root);

// The same of a text outside the tree.
[[nodiscard]] std::string collapsed(std::string_view text);

}  // namespace faktum
