// A pattern as a tree. Only what automata can be made of: RE2's syntax without (?m), (?s), (?U).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "automata/char_sets.hpp"
#include "automata/group_names.hpp"

namespace faktum {

struct SyntaxNode {
  enum class Op : std::uint8_t {
    all,     // the parts one behind the other; without parts: nothing
    any,     // one of the parts, the first that will do
    repeat,  // its only part, `least` to `most` times
    group,   // its only part, captured as `number`
    set,     // one character of the set `number`
    text_begin,
    text_end,
    word_edge,  // \b, of ASCII words
    no_word_edge,
  };
  static constexpr int unbounded = -1;

  Op op = Op::all;
  std::uint32_t number = 0;
  int least = 0;
  int most = unbounded;
  bool lazy = false;  // as few times as possible come first
  std::vector<SyntaxNode> parts;
};

struct Syntax {
  SyntaxNode root;
  GroupNames groups;
};

// Nothing where the pattern holds what is not supported; it must be valid for RE2.
[[nodiscard]] std::optional<Syntax> parse_pattern(std::string_view pattern, CharSets& sets);

}  // namespace faktum
