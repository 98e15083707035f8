// What on a page is no part of its article, by its elements alone.
#pragma once

#include <cstdint>

#include "html/page.hpp"

namespace faktum {

enum class Clutter : std::uint8_t {
  none,
  if_linked,    // teasers: where links are a good part of them
  unless_main,  // sidebars, forms, share bars: where they hold no article and little of the text
  always,       // navigation, comments, cookie banners, what is hidden
  no_text       // scripts, styles, media: not even measured
};

// By the element's tag, its role, whether it is hidden, and the words of its class and id.
[[nodiscard]] Clutter clutter_of(const GumboNode& element);

// By its tag alone.
[[nodiscard]] Clutter clutter_by_tag(const GumboNode& element);

// Whether an element says that it is the article, or holds it.
[[nodiscard]] bool is_article_body(const GumboNode& element);  // itemprop="articleBody"
[[nodiscard]] bool is_article(const GumboNode& element);
[[nodiscard]] bool is_main(const GumboNode& element);

}  // namespace faktum
