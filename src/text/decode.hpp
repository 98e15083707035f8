// Raw bytes -> valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace faktum {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Decoded {
  std::string text;                // valid UTF-8 without byte order mark; line ends as they were
  std::size_t replaced = 0;        // invalid sequences that became U+FFFD
  std::size_t first_replaced = 0;  // byte offset in the input of the first of them
};

// Whether there is no invalid sequence.
[[nodiscard]] bool is_utf8(std::string_view bytes);

// Bytes in UTF-8. Invalid sequences become one U+FFFD each, as the Unicode Standard, 3.9 ("maximal
// subparts"), recommends.
[[nodiscard]] Decoded decode(std::string_view bytes);

// Bytes in `encoding`, a name by encoding_of_label() (see text/encoding.hpp).
[[nodiscard]] Decoded decode(std::string_view bytes, std::string_view encoding);

// A NUL byte in the first 8 KB, or the byte order mark of UTF-16: not a text we read.
[[nodiscard]] bool looks_binary(std::string_view bytes);

}  // namespace faktum
