// Makes automata, once, when the built-in rules are prepared: takes seconds.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "automata/automata.hpp"
#include "automata/char_sets.hpp"
#include "automata/pattern_use.hpp"
#include "automata/syntax.hpp"

namespace faktum {

class AutomataMaker {
 public:
  // The number that the pattern's automata will have; Automata::none for patterns that automata
  // cannot be made of. A pattern that is added again has the same number.
  [[nodiscard]] std::uint32_t add(const std::string& pattern, PatternUse use);

  // Of all patterns added. What runs over `sample` use most lies together in memory.
  [[nodiscard]] Automata make(std::string_view sample = {}) const;

 private:
  struct Parsed {
    Syntax syntax;
    PatternUse use;
  };

  CharSets sets_;
  std::deque<Parsed> parsed_;
  std::map<std::pair<std::string, PatternUse>, std::uint32_t> numbers_;
};

}  // namespace faktum
