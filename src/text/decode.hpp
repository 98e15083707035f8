// Raw bytes -> valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace faktum {

struct Decoded {
  std::string text;              // valid UTF-8 without byte order mark; line ends as they were
  std::size_t replaced = 0;      // invalid sequences that became U+FFFD
  std::size_t first_replaced = 0;  // byte offset in the input of the first of them
};

// Invalid sequences become one U+FFFD each, as the Unicode Standard, 3.9 ("maximal subparts"),
// recommends.
[[nodiscard]] Decoded decode(std::string_view bytes);

// NUL bytes in the first kilobytes: a binary file, not text.
[[nodiscard]] bool looks_binary(std::string_view bytes);

}  // namespace faktum
