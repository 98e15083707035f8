// What in a text makes a rule worth trying.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "match/array.hpp"
#include "match/lazy_table.hpp"
#include "match/prefilter.hpp"

namespace faktum {

struct Rule;

// Built once, then safe to share between threads. Rules are named by their index.
struct Triggers {
  // A rule and its second set, for which most of them wait in vain; without one the first.
  struct Waiting {
    std::uint32_t rule = 0;
    std::uint32_t second = 0;
  };

  Prefilter prefilter;  // over all literals

  // A rule is tried on a sentence that holds a literal of each of its sets: one of its match,
  // first, others of it and of what must stand before or behind it. Rules share what sets they can.
  Rows<std::uint32_t> sets;     // by rule
  Rows<Waiting> rules;          // by set: those it is the first one of
  Array<std::uint32_t> always;  // rules without atoms, tried on every sentence

  // Bits by set.
  class Sets {
   public:
    explicit Sets(std::size_t count = 0) : bits_(count / 64 + 1) {}

    // Returns whether it was not held.
    bool add(std::size_t set) {
      std::uint64_t& word = bits_[word_of(set)];
      const std::uint64_t before = word;
      word |= bit_of(set);
      return word != before;
    }
    [[nodiscard]] bool holds(std::size_t set) const {
      return (bits_[word_of(set)] & bit_of(set)) != 0;
    }
    void clear() { std::ranges::fill(bits_, 0); }
    // Calls `f(set)` for each that both hold.
    template <typename F>
    void each_common(const Sets& other, F f) const {
      for (std::size_t i = 0; i < bits_.size(); ++i) {
        for (std::uint64_t rest = bits_[i] & other.bits_[i]; rest != 0; rest &= rest - 1) {
          f(i * 64 + static_cast<std::size_t>(std::countr_zero(rest)));
        }
      }
    }

   private:
    static constexpr std::size_t word_of(std::size_t set) { return set / 64; }
    static constexpr std::uint64_t bit_of(std::size_t set) { return std::uint64_t{1} << set % 64; }

    std::vector<std::uint64_t> bits_;
  };
  [[nodiscard]] Sets first_sets() const;  // those of `rules`

  // What it means that a text holds the literals of an ending of the prefilter: most are in a few
  // sets only.
  struct Ending {
    std::array<std::uint16_t, 6> sets{};
    std::uint16_t count = 0;  // of `sets`; others are in `more_sets`
    bool has_more = false;
    bool has_words = false;
  };

  Array<Ending> endings;
  Rows<std::uint32_t> more_sets;  // by ending
  Rows<std::uint32_t> words;      // by ending: the document words that may stand where it ends

  // The words that a document must or must not hold, as the rules write them.
  std::vector<std::string_view> document_words;
  Rows<std::uint32_t> wanted;    // by rule: document words, one of which must occur
  Rows<std::uint32_t> unwanted;  // by rule

  // Without prefilter all rules with a pattern are tried everywhere. For `sample` see Prefilter.
  [[nodiscard]] static Triggers of(const LazyTable<Rule>& rules, bool prefilter,
                                   std::string_view sample);
};

}  // namespace faktum
