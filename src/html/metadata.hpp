// Title, publication date and language of a page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "faktum/document.hpp"
#include "html/page.hpp"
#include "html/survey.hpp"

namespace faktum {

struct Metadata {
  std::optional<std::string> title;
  std::optional<Date> published;
  std::optional<std::string> language;
};

// The best that the page says: of its article in JSON-LD, then OpenGraph and its like, microdata,
// other meta elements; last <title>, and a <time> in `main` that stands in no running sentence.
// The date is that of publication, never of a change.
[[nodiscard]] Metadata read_metadata(const Page&, const Survey&, const GumboNode& main);

// "de-DE" for "de_de": language in small letters, region in capitals; nothing where it is no such
// tag (BCP 47).
[[nodiscard]] std::optional<std::string> language_tag(std::string_view text);

}  // namespace faktum
