#include "rules/cldr_fragments.hpp"

#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <memory>
#include <set>

#include "text/re2.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

using Codes = std::unique_ptr<UEnumeration, decltype(&uenum_close)>;

Codes currencies(UCurrCurrencyType type) {
  UErrorCode status = U_ZERO_ERROR;
  return {ucurr_openISOCurrencies(static_cast<std::uint32_t>(type), &status), &uenum_close};
}

std::string plural_name(std::string_view code, const char* plural) {
  UErrorCode status = U_ZERO_ERROR;
  UBool choice = 0;
  std::int32_t size = 0;
  icu::UnicodeString wide(code.data(), static_cast<std::int32_t>(code.size()), US_INV);
  const UChar* name =
      ucurr_getPluralName(wide.getTerminatedBuffer(), "de", &choice, plural, &size, &status);
  std::string utf8;
  if (U_SUCCESS(status)) icu::UnicodeString(false, name, size).toUTF8String(utf8);
  return utf8;
}

// "Kroatische" -> "(?i:K)roatische[mnrs]?", as it stands in a sentence.
std::string adjective_pattern(std::string_view word) {
  for (const std::string_view ending : {"er", "es", "e"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (!stem.ends_with("sch") && !stem.ends_with("eu")) continue;
    const std::size_t first = utf8_sequence(stem, 0).size;
    return "(?i:" + std::string(stem.substr(0, first)) + ")" +
           RE2::QuoteMeta(piece(stem.substr(first))) + "e[mnrs]?";
  }
  return RE2::QuoteMeta(piece(word));
}

std::string name_pattern(std::string_view name) {
  std::string pattern;
  for (std::size_t space = name.find(' '); space != name.npos; space = name.find(' ')) {
    pattern += adjective_pattern(name.substr(0, space)) + "[\\s\\x{A0}\\x{202F}]";
    name.remove_prefix(space + 1);
  }
  return pattern + RE2::QuoteMeta(piece(name)) + "s?";
}

std::string one_of(const std::set<std::string>& patterns) {
  std::string joined;
  for (const std::string& pattern : patterns) joined += (joined.empty() ? "" : "|") + pattern;
  return joined;
}

std::map<std::string, std::string> make_fragments() {
  std::set<std::string> in_use;
  std::set<std::string> past;
  std::set<std::string> codes;
  const std::set<std::string> words{"ALL", "AMD", "BAM", "BOB", "COP", "CUP",
                                    "GEL", "MAD", "MOP", "PEN", "SOS", "TOP"};
  for (const auto type : {UCURR_NON_DEPRECATED, UCURR_DEPRECATED}) {
    std::set<std::string>& names = type == UCURR_NON_DEPRECATED ? in_use : past;
    const Codes all = currencies(static_cast<UCurrCurrencyType>(UCURR_COMMON | type));
    UErrorCode status = U_ZERO_ERROR;
    while (const char* code = uenum_next(all.get(), nullptr, &status)) {
      if (type == UCURR_NON_DEPRECATED && !words.contains(code)) codes.insert(code);
      // News has the US-Dollar in every sentence: rules for what is rare must not wait for it.
      if (std::string_view(code) == "USD") continue;
      for (const char* plural : {"one", "other"}) {
        const std::string name = plural_name(code, plural);
        // A word alone may be another (Euro-Land), and brackets tell periods: "Lew (1962–1999)".
        if (name.find_first_of(" -") == name.npos || name.find('(') != name.npos) continue;
        names.insert(name_pattern(name));
      }
    }
  }
  return {{"cldr_currency", one_of(in_use)},
          {"cldr_past_currency", one_of(past)},
          {"cldr_currency_code", one_of(codes)},
          {"cldr_currency_code_word", one_of(words)}};
}

}  // namespace

const std::map<std::string, std::string>& cldr_fragments() {
  static const std::map<std::string, std::string> fragments = make_fragments();
  return fragments;
}

}  // namespace faktum
