// The words that ICU (CLDR) knows, which is asked when the program is built: they are in it then
// (rules/builtin.hpp), and it needs no more of ICU's data for them.
#pragma once

#include <map>
#include <string>

namespace faktum {

// 0 to 99 by the German spell-out rules (CLDR rbnf/de.xml), as fold_number_word() writes them.
[[nodiscard]] std::map<std::string, int> spelled_numbers();

// In German, Austrian and English; in lower case, without a final full stop.
struct CalendarNames {
  std::map<std::string, int> months;    // 1 to 12
  std::map<std::string, int> weekdays;  // ICU's numbers: 1 is Sunday
};

[[nodiscard]] CalendarNames calendar_names();

}  // namespace faktum
