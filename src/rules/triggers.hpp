// What in a text makes a rule worth trying.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "match/array.hpp"
#include "match/prefilter.hpp"

namespace faktum {

struct Rule;

// Built once, then safe to share between threads. Rules are named by their index.
struct Triggers {
  // How a literal is written where it has capitals, which must stand in the text.
  struct Spelling {
    std::uint32_t begin = 0;  // in `letters`
    std::uint32_t size = 0;   // 0: case is free
  };

  Prefilter prefilter;  // over all literals, folded

  // By ending of the prefilter: the sets that its literals are in; those that must be looked at for
  // their capitals or for document words are named themselves.
  Rows<std::uint32_t> endings;
  static constexpr std::uint32_t is_literal = 1U << 31U;

  Array<Spelling> spellings;  // by literal
  Array<char> letters;
  Rows<std::uint32_t> words;    // by literal: the document words that may stand where it ends
  Array<std::uint32_t> always;  // rules without atoms, tried on every sentence

  // A rule is tried on a sentence that holds a literal of each of its sets: one of its match, first,
  // others of it and of what must stand before or behind it. Rules share what sets they can.
  Rows<std::uint32_t> sets_of;  // by literal: the sets it is in
  Rows<std::uint32_t> rules;    // by set: those it is the first one of
  Rows<std::uint32_t> sets;     // by rule

  // The words that a document must or must not hold, as the rules write them.
  std::vector<std::string_view> document_words;
  Rows<std::uint32_t> wanted;    // by rule: document words, one of which must occur
  Rows<std::uint32_t> unwanted;  // by rule

  [[nodiscard]] std::string_view spelled(const Spelling& spelling) const {
    return {letters.data() + spelling.begin, spelling.size};
  }

  // Without prefilter all rules with a pattern are tried everywhere.
  [[nodiscard]] static Triggers of(const std::deque<Rule>& rules, bool prefilter);
};

}  // namespace faktum
