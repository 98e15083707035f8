// Fragments that no rule file has to define: what CLDR says, as patterns.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace faktum {

// How their names begin; others are the files' own.
inline constexpr std::string_view cldr_prefix = "cldr_";

// cldr_currency, cldr_past_currency: the German names of all currencies that are more than a word,
// in the singular and the plural, with adjectives in all their endings (kroatischen Kuna); without
// the US-Dollar, which is no rare word.
// cldr_currency_code: the ISO 4217 codes of those in use, but for
// cldr_currency_code_word: those that are words or firms, too (AMD, TOP).
// Read from ICU's data for the locale "de", which takes milliseconds. Thread-safe.
[[nodiscard]] const std::map<std::string, std::string>& cldr_fragments();

}  // namespace faktum
