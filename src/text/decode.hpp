// Raw bytes -> valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace faktum {

struct Decoded {
  std::string text;                // valid UTF-8 without byte order mark; line ends as they were
  std::size_t replaced = 0;        // invalid sequences that became U+FFFD
  std::size_t first_replaced = 0;  // byte offset in the input of the first of them
};

// Invalid sequences become one U+FFFD each, as the Unicode Standard, 3.9 ("maximal subparts"),
// recommends.
[[nodiscard]] Decoded decode(std::string_view bytes);

// A NUL byte in the first 8 KB, or the byte order mark of UTF-16: not a text we read.
[[nodiscard]] bool looks_binary(std::string_view bytes);

}  // namespace faktum
