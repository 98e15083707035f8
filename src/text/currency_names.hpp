// What CLDR calls currencies in German, through ICU.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace faktum {

enum class CurrencyAge : std::uint8_t { in_use, past };

// ISO 4217 codes of what is or was in everyday use.
[[nodiscard]] std::vector<std::string> currency_codes(CurrencyAge);

enum class CurrencyName : std::uint8_t { one, other, symbol };

// "Kroatische Kuna"; the code where CLDR has no name, empty where ICU has no data. Thread-safe.
[[nodiscard]] std::string currency_name(const std::string& code, CurrencyName);

}  // namespace faktum
