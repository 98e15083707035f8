// What the options of the input mean.
#pragma once

#include "cli/arguments.hpp"
#include "faktum/error.hpp"
#include "input/input_options.hpp"

namespace faktum {

// Errors have the code usage.
[[nodiscard]] Result<InputOptions> resolve_input(const Flags&);

}  // namespace faktum
