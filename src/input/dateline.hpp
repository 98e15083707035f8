// The publication date that an article prints above its text.
#pragma once

#include <optional>
#include <string_view>

#include "faktum/document.hpp"

namespace faktum {

// The first dateline among the first twelve lines that are not blank: a date of day grain that
// stands alone on its line, in a part of its own ("Von A. Muster | 4. Dez. 2024 | 15:00 Uhr"),
// after a label ("Stand: 12.03.2024") or after a place or name at the line's start ("München,
// 3. Mai 2024 – "). A date inside a running sentence is none.
[[nodiscard]] std::optional<Date> find_dateline(std::string_view text);

// A whole text that is one date, with or without a time of day: "2024-08-01T10:00:00Z",
// "3. Mai 2024", "03.05.2024, 10:15 Uhr".
[[nodiscard]] std::optional<Date> parse_written_date(std::string_view text);

}  // namespace faktum
