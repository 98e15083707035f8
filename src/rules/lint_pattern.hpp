// RE2's ASCII escapes where they are wrong for German.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace faktum {

struct AsciiEscape {
  char letter = 'b';  // of `\b`
  std::string piece;  // what stands around it in the pattern
};

// The escapes of `pattern` that read text as if it were ASCII, in order:
// - `\b`, unless all that can stand on one side of it are ASCII letters and digits (`Mio\b\.?`):
//   in `Ämter` it fits between Ä and m;
// - `\B`, `\W`, `\S` always;
// - `\w` and `\s`, unless their brackets also name what ASCII lacks (`[\s\x{A0}]`).
// Fragments, which must be expanded, are asked what they begin and end with, and not judged.
[[nodiscard]] std::vector<AsciiEscape> ascii_escapes(
    std::string_view pattern, const std::map<std::string, std::string>& fragments);

}  // namespace faktum
