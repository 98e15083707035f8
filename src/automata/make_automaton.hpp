// Programs made deterministic, once, when the built-in rules are prepared.
#pragma once

#include <cstdint>

#include "automata/automaton.hpp"
#include "automata/program.hpp"

namespace faktum {

// What an automaton is for.
enum class Task : std::uint8_t {
  anywhere,  // a match may begin (backward: end) at every character the run passes
  longest,   // at the run's begin only, and the longest one is looked for
  any_here,  // at the run's begin only, and it is enough that there is one
};

// By subset construction and minimization (Hopcroft and Ullman 1979, "Introduction to automata
// theory, languages, and computation", 2.3 and 3.4). Empty where the automaton would be too large.
// States that runs over `sample` visit most lie together; its classes are in the order in which the
// program reads.
[[nodiscard]] Automaton make_automaton(const Program&, Task, const Alphabet&, Classes sample);

}  // namespace faktum
