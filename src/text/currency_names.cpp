#include "text/currency_names.hpp"

#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unistr.h>

namespace faktum {

std::vector<std::string> currency_codes(CurrencyAge age) {
  const auto type = age == CurrencyAge::in_use ? UCURR_NON_DEPRECATED : UCURR_DEPRECATED;
  std::vector<std::string> codes;
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration* all =
      ucurr_openISOCurrencies(static_cast<std::uint32_t>(UCURR_COMMON | type), &status);
  while (const char* code = uenum_next(all, nullptr, &status)) codes.emplace_back(code);
  uenum_close(all);
  return codes;
}

std::string currency_name(const std::string& code, CurrencyName which) {
  icu::UnicodeString wide(code.data(), static_cast<std::int32_t>(code.size()), US_INV);
  UBool choice = 0;
  std::int32_t size = 0;
  UErrorCode status = U_ZERO_ERROR;
  const UChar* name =
      which == CurrencyName::symbol
          ? ucurr_getName(wide.getTerminatedBuffer(), "de", UCURR_SYMBOL_NAME, &choice, &size,
                          &status)
          : ucurr_getPluralName(wide.getTerminatedBuffer(), "de", &choice,
                                which == CurrencyName::one ? "one" : "other", &size, &status);
  std::string utf8;
  if (U_SUCCESS(status)) icu::UnicodeString(false, name, size).toUTF8String(utf8);
  return utf8;
}

}  // namespace faktum
