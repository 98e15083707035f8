#include "text/decode.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "text/encoding.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kBinaryWindow = 8192;
constexpr std::size_t kConverterBlock = 4096;  // UTF-16 units

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

// What ICU's converter could not read.
struct Unreadable {
  const char* begin;  // of the input
  std::size_t count = 0;
  std::size_t first = 0;
};

void replace_and_count(const void* context, UConverterToUnicodeArgs* arguments, const char*,
                       int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // reset, close or clone
  auto* unreadable = static_cast<Unreadable*>(const_cast<void*>(context));
  if (unreadable->count++ == 0) {
    unreadable->first = static_cast<std::size_t>(arguments->source - unreadable->begin - length);
  }
  constexpr UChar replacement = 0xFFFD;
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, status);
}

}  // namespace

bool is_utf8(std::string_view bytes) { return find_invalid(bytes, 0) == bytes.size(); }

Decoded decode(std::string_view bytes) {
  Decoded decoded;
  std::size_t from = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
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

Decoded decode(std::string_view bytes, std::string_view encoding) {
  if (encoding == utf8_name) return decode(bytes);
  Decoded decoded;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(std::string(encoding).c_str(), &status), &ucnv_close);
  Unreadable unreadable{bytes.data()};
  ucnv_setToUCallBack(converter.get(), &replace_and_count, &unreadable, nullptr, nullptr, &status);
  if (U_FAILURE(status) != 0) return decode(bytes);  // no name by encoding_of_label()
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, kConverterBlock> block;
  icu::UnicodeString text;
  do {
    status = U_ZERO_ERROR;
    UChar* target = block.data();
    ucnv_toUnicode(converter.get(), &target, block.data() + block.size(), &source, end, nullptr, 1,
                   &status);
    text.append(block.data(), static_cast<int32_t>(target - block.data()));
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  text.toUTF8String(decoded.text);
  if (decoded.text.starts_with(byte_order_mark)) decoded.text.erase(0, byte_order_mark.size());
  decoded.replaced = unreadable.count;
  decoded.first_replaced = unreadable.first;
  return decoded;
}

bool looks_binary(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
         bytes.substr(0, kBinaryWindow).find('\0') != std::string_view::npos;
}

}  // namespace faktum
