// Calendar dates as ISO 8601 texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "faktum/document.hpp"

namespace faktum {

// "2024-08-01".
[[nodiscard]] std::string to_iso(Date);

// Exactly "YYYY-MM-DD" of a day that exists.
[[nodiscard]] std::optional<Date> parse_iso_date(std::string_view text);

// The day, if the calendar has it.
[[nodiscard]] std::optional<Date> make_date(int year, unsigned month, unsigned day);

}  // namespace faktum
