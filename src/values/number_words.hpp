// German number words.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "values/number.hpp"

namespace faktum {

// "zwölf", "eineinhalb", "hundertfünfzig", "zweitausendeinhundert": below a million. Inflected
// forms, Swiss "ss" and the spellings "fuenf", "zwoelf" count; hyphens and spaces between the
// parts do not matter. The words below a hundred are spelled_numbers(). Nothing where the text is
// no number word. Thread-safe.
[[nodiscard]] std::optional<Decimal> parse_number_word(std::string_view text);

// 0 to 99 by ICU's German spell-out rules (CLDR rbnf/de.xml), with "ss", "ue" and "oe". ICU is
// asked when the program is built (rules/builtin.hpp).
[[nodiscard]] std::map<std::string, int> spelled_numbers();

}  // namespace faktum
