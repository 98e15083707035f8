// The steps by which a pattern's groups are read.
#pragma once

#include <bitset>
#include <cstdint>

#include "automata/alphabet.hpp"
#include "automata/program.hpp"
#include "match/array.hpp"

namespace faktum {

// Immutable once made; safe to share between threads.
class GroupProgram {
 public:
  GroupProgram() = default;
  GroupProgram(const Program& program, int groups, const Alphabet&);

  [[nodiscard]] std::size_t size() const { return steps_.size(); }
  [[nodiscard]] std::uint16_t start() const { return start_; }
  [[nodiscard]] std::size_t groups() const { return groups_; }
  [[nodiscard]] const Instruction& operator[](std::size_t step) const { return steps_[step]; }

  // Whether the way of a split to its `next` or its `other` can go on with a character of the
  // class, or end the match where that is text_edge.
  [[nodiscard]] bool can_take_next(const Instruction& split, CharClass of) const {
    return firsts_[split.argument].next[of];
  }
  [[nodiscard]] bool can_take_other(const Instruction& split, CharClass of) const {
    return firsts_[split.argument].other[of];
  }

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(steps_);
    part(firsts_);
    part(start_);
    part(groups_);
  }

 private:
  struct Firsts {
    std::bitset<256> next;
    std::bitset<256> other;
  };

  Array<Instruction> steps_;  // the `argument` of a split is its place in firsts_
  Array<Firsts> firsts_;
  std::uint16_t start_ = 0;
  std::uint32_t groups_ = 0;
};

}  // namespace faktum
