#include "embed/icu_words.hpp"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/unistr.h>

#include "text/characters.hpp"
#include "values/number_words.hpp"

namespace faktum {
namespace {

void add_names(const icu::UnicodeString* names, int32_t count, int first_number,
               std::map<std::string, int>& to) {
  for (int32_t i = 0; i < count; ++i) {
    std::string name;
    names[i].toUTF8String(name);
    if (name.ends_with('.')) name.pop_back();
    if (!name.empty()) to.emplace(lower_in_place(name), i + first_number);
  }
}

}  // namespace

std::map<std::string, int> spelled_numbers() {
  std::map<std::string, int> numbers;
  UErrorCode status = U_ZERO_ERROR;
  const icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, icu::Locale("de"), status);
  for (int number = 0; U_SUCCESS(status) && number < 100; ++number) {
    icu::UnicodeString word;
    std::string utf8;
    format.format(number, word).toUTF8String(utf8);
    numbers.emplace(fold_number_word(utf8), number);
  }
  return numbers;
}

CalendarNames calendar_names() {
  using Symbols = icu::DateFormatSymbols;
  CalendarNames names;
  for (const char* locale : {"de", "de_AT", "en"}) {
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(icu::Locale(locale), status);
    if (U_FAILURE(status)) continue;
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
        int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        add_names(months, count, 1, names.months);
        const icu::UnicodeString* weekdays = symbols.getWeekdays(count, context, width);
        add_names(weekdays, count, 0, names.weekdays);  // the first entry is empty
      }
    }
  }
  return names;
}

}  // namespace faktum
