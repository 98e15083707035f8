#include "text/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "text/ascii.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

constexpr std::size_t window = std::size_t{1} << 16U;  // bytes that detection looks at

constexpr bool is_c1(unsigned char c) { return c >= 0x80 && c < 0xA0; }

bool is_ascii_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view window_of(std::string_view bytes) { return bytes.substr(0, window); }

// Latin text in UTF-16 has a zero in every other byte.
std::optional<std::string> utf16_by_zeros(std::string_view bytes) {
  std::array<std::size_t, 2> zeros{};
  bytes = window_of(bytes);
  for (std::size_t i = 0; i < bytes.size(); ++i) zeros[i % 2] += bytes[i] == '\0' ? 1U : 0U;
  const std::size_t half = bytes.size() / 2;
  if (half == 0) return std::nullopt;
  if (zeros[1] * 10 > half * 7 && zeros[0] * 20 < half) return "UTF-16LE";
  if (zeros[0] * 10 > half * 7 && zeros[1] * 20 < half) return "UTF-16BE";
  return std::nullopt;
}

struct Utf8Count {
  std::size_t valid = 0;  // sequences of several bytes
  std::size_t invalid = 0;
  bool cut_off = false;  // the only invalid one is the beginning of a sequence at the text's end
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    const Utf8Sequence sequence = utf8_sequence(bytes, at);
    if (!sequence.valid) {
      ++count.invalid;
      count.cut_off = count.invalid == 1 && at + sequence.size == bytes.size() &&
                      static_cast<unsigned char>(bytes[at]) >= 0xC2 && sequence.size > 1;
    } else if (sequence.size > 1) {
      ++count.valid;
    }
    at += sequence.size;
  }
  return count;
}

// Letters by their bytes: ä ö ü Ä Ö Ü ß beside a letter of ASCII.
struct GermanLetters {
  std::size_t latin = 0;  // ISO-8859-1, -15 and windows-1252 agree on them
  std::size_t mac = 0;
  std::size_t high = 0;  // bytes beyond ASCII
  bool c1 = false;       // a byte that is a control character in ISO-8859
  bool euro = false;     // ISO-8859-15's, which is no letter and no usual sign in the others
};

GermanLetters count_german(std::string_view bytes) {
  constexpr std::string_view latin = "\xE4\xF6\xFC\xC4\xD6\xDC\xDF";
  constexpr std::string_view mac = "\x8A\x9A\x9F\x80\x85\x86\xA7";
  GermanLetters count;
  const auto letter_at = [&](std::size_t i) {
    return i < bytes.size() && is_ascii_letter(static_cast<unsigned char>(bytes[i]));
  };
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0x80) continue;
    ++count.high;
    count.c1 = count.c1 || is_c1(byte);
    count.euro = count.euro || byte == 0xA4;
    const bool in_word = letter_at(i + 1) || (i > 0 && letter_at(i - 1));
    if (!in_word) continue;
    if (latin.find(bytes[i]) != std::string_view::npos) ++count.latin;
    // No letter before it: windows-1252 writes quotes, dashes and the euro sign there.
    const bool mac_capital = byte == 0x80 || byte == 0x85 || byte == 0x86;
    if (mac.find(bytes[i]) != std::string_view::npos && (mac_capital ? letter_at(i + 1) : true)) {
      ++count.mac;
    }
  }
  return count;
}

std::string latin_name(const GermanLetters& count) {
  if (count.c1) return "windows-1252";
  return count.euro ? "ISO-8859-15" : "ISO-8859-1";
}

// Bytes that are signs of German typography in windows-1252: € „ … ‘ ’ “ ” • – — § © « ° » and
// the no-break space.
bool only_windows_signs(std::string_view bytes) {
  constexpr std::string_view signs =
      "\x80\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA7\xA9\xAB\xAE\xB0\xB2\xB3\xB7\xBB";
  return std::all_of(bytes.begin(), bytes.end(), [&](char c) {
    return static_cast<unsigned char>(c) < 0x80 || signs.find(c) != std::string_view::npos;
  });
}

std::string detect_by_icu(std::string_view bytes, const GermanLetters& count) {
  constexpr int sure = 30;  // of 100; below it German archives hold windows-1252 more often
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) != 0 || match == nullptr) return latin_name(count);
  const char* name = ucsdet_getName(match, &status);
  const int confidence = ucsdet_getConfidence(match, &status);
  if (U_FAILURE(status) != 0 || confidence < sure) return latin_name(count);
  const auto known = encoding_of_label(name);
  if (!known || known->starts_with("UTF-") || *known == "ISO-8859-1") return latin_name(count);
  return *known;
}

std::string detect_legacy(std::string_view bytes) {
  const GermanLetters count = count_german(bytes);
  if (count.mac > count.latin && count.mac * 4 >= count.high) return "macintosh";
  if (count.latin * 4 >= count.high) return latin_name(count);
  if (only_windows_signs(bytes)) return latin_name(count);
  return detect_by_icu(bytes, count);
}

// Declared ISO-8859-1 with bytes between 0x80 and 0x9F is windows-1252, as browsers read it.
std::string as_browsers_read(std::string_view declared, std::string_view bytes) {
  const bool c1 = std::any_of(bytes.begin(), bytes.end(),
                              [](char c) { return is_c1(static_cast<unsigned char>(c)); });
  return c1 && declared == "ISO-8859-1" ? "windows-1252" : std::string(declared);
}

}  // namespace

std::optional<std::string> encoding_of_label(std::string_view label) {
  const std::size_t begin = label.find_first_not_of(" \t\r\n\"'");
  if (begin == std::string_view::npos) return std::nullopt;
  label = label.substr(begin, label.find_last_not_of(" \t\r\n\"'") + 1 - begin);
  const std::string name = ascii_lower(label);
  if (name == "macroman" || name == "mac-roman" || name == "x-mac-roman" || name == "mac") {
    return "macintosh";
  }
  if (name == "ascii" || name == "us-ascii" || name == "utf8") return std::string(utf8_name);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(name.c_str(), &status), &ucnv_close);
  if (name.find(',') != std::string::npos || U_FAILURE(status) != 0) return std::nullopt;
  for (const char* standard : {"MIME", "IANA"}) {
    status = U_ZERO_ERROR;
    const char* usual = ucnv_getStandardName(name.c_str(), standard, &status);
    if (U_SUCCESS(status) != 0 && usual != nullptr) return usual;
  }
  status = U_ZERO_ERROR;
  return ucnv_getName(converter.get(), &status);
}

bool is_wide(std::string_view encoding) {
  return encoding.starts_with("UTF-16") || encoding.starts_with("UTF-32");
}

std::optional<std::string> encoding_of_mark(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t size = 0;
  const char* name = ucnv_detectUnicodeSignature(
      bytes.data(), static_cast<int32_t>(std::min<std::size_t>(bytes.size(), 8)), &size, &status);
  if (U_FAILURE(status) != 0 || name == nullptr) return std::nullopt;
  return name;
}

std::string detect_encoding(std::string_view bytes, std::string_view declared) {
  if (auto marked = encoding_of_mark(bytes)) return *marked;
  if (auto wide = utf16_by_zeros(bytes)) return *wide;
  const Utf8Count utf8 = count_utf8(bytes);
  if (utf8.invalid == 0 && utf8.valid == 0 && !declared.starts_with("ISO-2022")) {
    return std::string(utf8_name);  // ASCII, in whatever encoding
  }
  const bool wide = is_wide(declared);
  if (!declared.empty() && !wide && declared != utf8_name && utf8.invalid > 0) {
    return as_browsers_read(declared, bytes);
  }
  // Some broken sequences among whole ones are damage. No other encoding looks like UTF-8.
  if (utf8.invalid == 0 || utf8.valid > utf8.invalid || utf8.cut_off) return std::string(utf8_name);
  return detect_legacy(window_of(bytes));
}

}  // namespace faktum
