// What a page says of itself before it can be read.
#pragma once

#include <string>
#include <string_view>

namespace faktum {

// Whether bytes are a page: after white space and a byte order mark they begin with a doctype, an
// XML declaration of a page, a comment before one, or an element that only pages begin with.
[[nodiscard]] bool looks_like_html(std::string_view bytes);

// The usual name (encoding_of_label() in text/encoding.hpp) of the encoding that a page declares in
// its first 4 KB: <meta charset>, <meta http-equiv="Content-Type">, <?xml encoding?>. Empty where
// there is none or none that is known.
[[nodiscard]] std::string declared_encoding(std::string_view bytes);

}  // namespace faktum
