// A page of HTML -> the article on it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "faktum/document.hpp"

namespace faktum {

struct HtmlArticle {
  std::string text;  // headline, lead and body in paragraphs; empty where the page holds no text
  std::optional<std::string> title;
  std::optional<Date> published;
  std::optional<std::string> language;  // BCP 47: "de", "de-AT"
};

// `html` is valid UTF-8. Broken markup is read as browsers read it, whatever it is; takes time in
// proportion to its length. Safe on any thread.
[[nodiscard]] HtmlArticle read_article(std::string_view html);

}  // namespace faktum
