#include "text/decode.hpp"

#include <cstdint>
#include <cstring>

#include "text/utf8.hpp"

namespace faktum {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kBinaryWindow = 8192;

// The first ill-formed sequence at or after `at`, or the text's end.
std::size_t find_invalid(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  while (at < text.size()) {
    std::uint64_t block = 0;
    while (at + sizeof block <= text.size()) {
      std::memcpy(&block, text.data() + at, sizeof block);
      if ((block & kHighBits) != 0) break;
      at += sizeof block;
    }
    // At most one block of mixed bytes, then whole blocks are tried again.
    for (const std::size_t stop = at + sizeof block; at < stop && at < text.size();) {
      const Utf8Sequence sequence = utf8_sequence(text, at);
      if (!sequence.valid) return at;
      at += sequence.size;
    }
  }
  return text.size();
}

}  // namespace

Decoded decode(std::string_view bytes) {
  Decoded decoded;
  std::size_t from = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  std::size_t invalid = find_invalid(bytes, from);
  decoded.text.reserve(bytes.size() - from);
  while (invalid < bytes.size()) {
    if (decoded.replaced++ == 0) decoded.first_replaced = invalid;
    decoded.text.append(bytes, from, invalid - from).append(kReplacement);
    from = invalid + utf8_sequence(bytes, invalid).size;
    invalid = find_invalid(bytes, from);
  }
  decoded.text.append(bytes, from);
  return decoded;
}

bool looks_binary(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.substr(0, kBinaryWindow).find('\0') != std::string_view::npos;
}

}  // namespace faktum
