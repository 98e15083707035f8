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
    std::uint32_t begin = 0;      // in `letters`
    std::uint16_t size = 0;       // 0: case is free
    std::uint16_t has_words = 0;  // whether `words` has any for the literal
  };

  Prefilter prefilter;        // over all literals below, folded
  Array<Spelling> spellings;  // by literal
  Array<char> letters;
  Rows<std::uint32_t> rules;    // by literal: the rules whose first set of atoms holds it
  Rows<std::uint32_t> needed;   // by rule: the literals of that set
  Rows<std::uint32_t> words;    // by literal: the document words that may stand where it ends
  Array<std::uint32_t> always;  // rules without atoms, tried on every sentence

  // By rule the further sets of atoms, also of what must stand before and behind its match, of each
  // of which a sentence must hold a literal: their sizes, each with its literals behind it.
  Rows<std::uint32_t> sets;

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
