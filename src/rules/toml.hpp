// The one place that includes toml++: without exceptions, and so as headers only, because Debian's
// shared library throws.
#pragma once

#undef TOML_SHARED_LIB
#undef TOML_HEADER_ONLY
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
// Of a debug build, it stops the program at "[rule]]"; that is an error like others.
#define TOML_ASSERT(expression) static_cast<void>(0)
#include <toml++/toml.h>
