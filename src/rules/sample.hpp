// A sample of the texts that rules are made for.
#pragma once

#include <string_view>

namespace faktum {

// The articles of samples/, in the program for good.
[[nodiscard]] std::string_view sample_text();

}  // namespace faktum
