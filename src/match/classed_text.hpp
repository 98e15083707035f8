// A text as patterns read it.
#pragma once

#include <string_view>

#include "automata/automaton.hpp"

namespace faktum {

struct ClassedText {
  std::string_view text;
  Classes classes;  // of the bytes of `text`; empty where no automata are to read it
};

}  // namespace faktum
