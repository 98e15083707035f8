// What in a text makes a rule worth trying.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
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

  // A rule is tried on a sentence that holds a literal of each of its sets: one of its match,
  // first, others of it and of what must stand before or behind it. Rules share what sets they can.
  Rows<std::uint32_t> sets;     // by rule
  Rows<std::uint32_t> rules;    // by set: those it is the first one of
  Array<std::uint32_t> always;  // rules without atoms, tried on every sentence

  // A bit for each of 640 sets: there is a block for each so many, mostly only one.
  struct Block {
    static constexpr std::size_t sets = 640;
    std::array<std::uint64_t, sets / 64> bits{};

    void add(std::size_t set) { bits[set / 64 % bits.size()] |= std::uint64_t{1} << set % 64; }
    void add(const Block& other) {
      for (std::size_t i = 0; i < bits.size(); ++i) bits[i] |= other.bits[i];
    }
    [[nodiscard]] bool holds(std::size_t set) const {
      return (bits[set / 64 % bits.size()] >> set % 64 & 1) != 0;
    }
    // Calls `f(set)` for each that both hold, counted from the block's first.
    template <typename F>
    void each_common(const Block& other, F f) const {
      for (std::size_t i = 0; i < bits.size(); ++i) {
        for (std::uint64_t rest = bits[i] & other.bits[i]; rest != 0; rest &= rest - 1) {
          f(i * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
        }
      }
    }
  };
  [[nodiscard]] static std::size_t block_of(std::size_t set) { return set / Block::sets; }
  [[nodiscard]] std::size_t blocks() const {
    return (rules.size() + Block::sets - 1) / Block::sets;
  }

  Array<Block> first_sets;  // those of `rules`
  Array<Block> masks;       // by ending of the prefilter, blocks() each: the sets of its literals
  [[nodiscard]] const Block& mask(std::uint32_t ending, std::size_t block) const {
    return masks[ending * blocks() + block];
  }

  // By ending: its literals that must be looked at, for their capitals or for document words. Their
  // sets are in no mask.
  Rows<std::uint32_t> looked_at;
  Rows<std::uint32_t> sets_of;  // by literal: the sets it is in
  Rows<std::uint32_t> words;    // by literal: the document words that may stand where it ends
  Array<Spelling> spellings;    // by literal
  Array<char> letters;

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
