// The words of dates and their numbers: names from ICU (CLDR; embed/icu_words.hpp), all else from
// [words.*]. Pure and safe on any thread.
#pragma once

#include <optional>
#include <string_view>

#include "rules/word_tables.hpp"

namespace faktum {

// The key of [words.TABLE] whose phrases hold the word; a key itself fits, too. The first in the
// order of the keys wins.
[[nodiscard]] std::optional<std::string_view> key_of(const WordTables&, WordGroup,
                                                     std::string_view word);

// Like key_of(), where the keys are numbers; the number's digits fit, too, also with a full stop
// ("3", "3.", "dritten").
[[nodiscard]] std::optional<int> number_of(const WordTables&, WordGroup, std::string_view word);

// "März", "Sept.", "Jänner", "August", "Aug", "03" -> 1 to 12. German, Austrian and English names.
[[nodiscard]] std::optional<int> month_number(std::string_view name, const WordTables&);

// "Montag", "Mo.", "Sonnabend" -> 1 (Monday) to 7.
[[nodiscard]] std::optional<int> weekday_number(std::string_view name, const WordTables&);

}  // namespace faktum
