// Texts and values for people, on one line.
#pragma once

#include <string>
#include <string_view>

#include "faktum/document.hpp"
#include "faktum/fact.hpp"

namespace faktum {

// Select Graphic Rendition code of ECMA-48.
[[nodiscard]] std::string_view colour_of(std::string_view kind);

// Appends `text` in that rendition, or plain.
void append_styled(std::string& out, bool colour, std::string_view code, std::string_view text);

// Control characters would act on the terminal: each run of them and of spaces is one space.
[[nodiscard]] std::string one_line(std::string_view text);

// "2024-08-01 (dateline)", "3 facts"
[[nodiscard]] std::string published_in_short(const Date&, PublishedFrom);
[[nodiscard]] std::string fact_count(std::size_t count);

// A value's fields, without their names.
[[nodiscard]] std::string in_short(const Value& value);

}  // namespace faktum
