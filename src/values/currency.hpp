// Currencies as German texts write them.
#pragma once

#include <optional>
#include <string_view>

namespace faktum {

// "US-Dollar", "kanadischen Dollar", "Yuan", "€", "NT$", "GBP" -> ISO 4217 code, which lives as
// long as the program. Names, plurals, symbols and codes come from CLDR's German locale through
// ICU, past currencies (Mark, Schilling) included; adjectives and genitives may be inflected. A
// name that CLDR does not know counts as its last word: "zusätzliche Dollar" is USD.
// Nothing where that says no currency, or only a nationality would ("Kronen"). Thread-safe.
[[nodiscard]] std::optional<std::string_view> currency_code(std::string_view text);

}  // namespace faktum
