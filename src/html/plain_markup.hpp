// A page made safe for the parser.
#pragma once

#include <string>
#include <string_view>

namespace faktum {

// The same page, so that parsing it takes linear time and memory whatever it holds: without the
// tags of formatting elements (b, em, font, ..., which say nothing about the text but are cloned
// into every paragraph where they are left open), without elements nested deeper than browsers
// nest them, and with a bound of attributes. In XHTML, <x/> becomes <x></x>. Text is untouched.
[[nodiscard]] std::string plain_markup(std::string_view html);

}  // namespace faktum
