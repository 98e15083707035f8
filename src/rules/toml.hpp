// The one place that includes toml++, without exceptions.
#pragma once

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>
