// German number words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "values/number.hpp"

namespace faktum {

// "zwölf", "eineinhalb", "hundertfünfzig", "zweitausendeinhundert": below a million. Inflected
// forms, Swiss "ss" and the spellings "fuenf", "zwoelf" count; hyphens and spaces between the
// parts do not matter. The words below a hundred are ICU's (embed/icu_words.hpp). Nothing where the
// text is no number word. Thread-safe.
[[nodiscard]] std::optional<Decimal> parse_number_word(std::string_view text);

// Small letters without spaces and hyphens; "ß", "ü", "ö" as "ss", "ue", "oe".
[[nodiscard]] std::string fold_number_word(std::string_view text);

}  // namespace faktum
