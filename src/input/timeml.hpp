// TimeML -> Document.
#pragma once

#include <optional>
#include <string>

#include "faktum/document.hpp"
#include "faktum/error.hpp"

namespace faktum {

// Reads <DOCID> as the id where there is one, <TITLE>, the document creation time in <DCT> as the
// publication date, and as text all that stands in <TEXT>, without its tags. `xml` is valid UTF-8,
// whatever encoding it declares. Error: input.xml, with the line from 1.
[[nodiscard]] std::optional<Error> parse_timeml(const std::string& xml, Document& document);

}  // namespace faktum
