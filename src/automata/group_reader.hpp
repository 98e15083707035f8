// Where the groups of a pattern lie in its match.
#pragma once

#include <cstdint>
#include <vector>

#include "automata/automaton.hpp"
#include "automata/group_program.hpp"

namespace faktum {

// Holds scratch memory: one per thread.
class GroupReader {
 public:
  static constexpr Span no_part{1, 0};

  // The pattern is known to match `matched` in `window`, whose ends are the text's ends to it.
  // Replaces `groups` by the spans of all groups, the whole match first, no_part for those that
  // took no part. Of all ways to match the one that Perl would take.
  void read(const GroupProgram&, const Alphabet&, Classes text, Span window, Span matched,
            std::vector<Span>& groups);

 private:
  // Places are counted from the match's begin.
  struct Choice {  // to come back to
    std::uint16_t step;
    std::uint32_t at;
    std::uint32_t saves;  // how many of saves_ were made until then
  };
  struct Save {
    std::uint16_t slot;
    std::uint32_t before;
  };

  bool follow(const GroupProgram&, const Alphabet&, Classes text, Span window, Span matched,
              Choice from);
  bool is_new(std::size_t split, const GroupProgram&, std::size_t place, std::size_t places);

  std::vector<Choice> choices_;
  std::vector<Save> saves_;
  std::vector<std::uint32_t> slots_;  // of each group begin and end
  std::size_t chosen_ = 0;
  std::vector<bool> tried_;  // by split and place
};

}  // namespace faktum
