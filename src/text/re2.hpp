// The one place that includes RE2: newer releases take std::string_view where Debian 12's takes
// re2::StringPiece.
#pragma once

#include <re2/re2.h>

#include <string_view>

namespace faktum {

inline re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view view(const re2::StringPiece& text) { return {text.data(), text.size()}; }

}  // namespace faktum
