// German number words.
#pragma once

#include <optional>
#include <string_view>

#include "values/number.hpp"

namespace faktum {

// "zwölf", "eineinhalb", "hundertfünfzig", "zweitausendeinhundert": below a million. Inflected
// forms, Swiss "ss" and the spellings "fuenf", "zwoelf" count; hyphens and spaces between the
// parts do not matter. The words below a hundred come from ICU's German spell-out rules (CLDR
// rbnf/de.xml). Nothing where the text is no number word. Thread-safe.
[[nodiscard]] std::optional<Decimal> parse_number_word(std::string_view text);

}  // namespace faktum
