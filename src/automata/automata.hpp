// The automata of a set of patterns.
#pragma once

#include <cstdint>

#include "automata/alphabet.hpp"
#include "automata/automaton.hpp"
#include "automata/group_names.hpp"
#include "automata/group_reader.hpp"
#include "match/lazy_table.hpp"

namespace faktum {

struct PatternAutomata {
  // Those that its use asks for, or none of them.
  Automaton forward;
  Automaton backward;
  GroupProgram group_program;
  GroupNames groups;

  [[nodiscard]] bool empty() const { return forward.empty() && backward.empty(); }

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(backward);
    part(OnMatch<Automaton>{forward});
    part(OnMatch<GroupProgram>{group_program});
    part(groups);
  }
};

// Immutable once made; safe to share between threads.
class Automata {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  // Null for `none`, and where they would be too large.
  [[nodiscard]] const PatternAutomata* find(std::uint32_t number) const {
    return number == none || made_[number].empty() ? nullptr : &made_[number];
  }
  // Of what find() returned; takes linear time.
  [[nodiscard]] std::uint32_t number_of(const PatternAutomata* automata) const {
    if (automata == nullptr) return none;
    std::uint32_t number = 0;
    while (&made_[number] != automata) ++number;
    return number;
  }
  [[nodiscard]] const Alphabet& alphabet() const { return alphabet_; }

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(alphabet_);
    part(made_);
  }

 private:
  friend class AutomataMaker;

  Alphabet alphabet_;
  LazyTable<PatternAutomata> made_;
};

}  // namespace faktum
