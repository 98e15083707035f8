// Where on a page its article lies.
#pragma once

#include "html/page.hpp"
#include "html/survey.hpp"

namespace faktum {

// The article that holds most of the text, what lies around itemprop="articleBody", or <main>; on a
// page that marks none of them, the smallest block with nearly all text that is not linked.
[[nodiscard]] const GumboNode& main_block(const Page&, const Survey&);

}  // namespace faktum
