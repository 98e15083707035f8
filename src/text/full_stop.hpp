// What a full stop after a word or number means.
#pragma once

#include <cstddef>
#include <string_view>

namespace faktum {

// Whether the full stop at byte `stop` ends the sentence that began at `begin`, rather than an
// abbreviation ("ca.", "z. B.", "J.") or an ordinal ("30. Juli"). `next` is the first letter or
// digit after it, not a small letter, and lies inside the text.
[[nodiscard]] bool full_stop_ends(std::string_view text, std::size_t stop, std::size_t begin,
                                  std::size_t next);

}  // namespace faktum
