// FNV-1a, 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/
#pragma once

#include <cstdint>
#include <string_view>

namespace faktum {

inline constexpr std::uint64_t fnv_begin = 14695981039346656037ULL;

// The hash of all that was hashed to `before`, and of `bytes` behind it.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view bytes,
                                            std::uint64_t before = fnv_begin) {
  for (const char c : bytes) {
    before = (before ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return before;
}

}  // namespace faktum
