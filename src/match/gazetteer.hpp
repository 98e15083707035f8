// Finds the names of lists in a text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"
#include "match/array.hpp"

namespace faktum {

// A name in a text: the span takes in the genitive.
struct GazetteerHit {
  Span span;
  std::uint32_t payload = 0;
  std::uint32_t list = 0;
};

// Names by their first word. Built once, then safe to share between threads.
//
// A name is found at word edges (so also inside hyphenated compounds), with a genitive -s, with any
// white space or a hyphen where it has a space, and where scraping glued a small word to it or the
// next sentence ("SMIChat", "derSamsung", "NvidiaDas Unternehmen"). Letter case: from four letters
// on any case will do as long as the first letter is as in the name or a capital; shorter names
// must stand as they are listed or in capitals.
class Gazetteer {
 public:
  // Both numbers are the caller's: what is found there, and which list has it.
  void add(std::string_view name, std::uint32_t payload, std::uint8_t list = 0);
  static constexpr std::size_t most_lists = 256;

  // No add() after this, and no find() before. What stands in `sample` lies together: most texts
  // hold the same few of many names, and so touch little memory.
  void finish(std::string_view sample = {});

  // Appends the hits in `text` in the order of their begin; several may begin at one place.
  void find(std::string_view text, std::vector<GazetteerHit>& hits) const;

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(forms_);
    part(slots_);
    part(place_bits_);
    part(first_bytes_);
    part(gate_);
  }

 private:
  struct Added {
    std::uint32_t hash;
    std::uint32_t payload;
    std::uint8_t list;
    std::size_t begin;  // of the name, in added_letters_
    std::size_t size;
  };

  // The hashes of the forms that may stand at a word: by its letters, and how the text goes on.
  struct Keys {
    std::array<std::uint32_t, 3> hashes;
    std::size_t count = 0;
  };
  // A word of a text to look up.
  struct Sought {
    Span word;
    std::uint64_t head;  // head_of() it
    Keys keys;
    bool glued;  // whether two words may be glued in it
  };

  [[nodiscard]] std::string_view name_of(const Added&) const;
  void open_gate();
  void lay_out(std::span<const std::uint32_t> order);
  static Keys keys_at(std::string_view text, Span word, std::uint64_t head);
  void look_up(std::string_view text, std::span<Sought> sought,
               std::vector<GazetteerHit>& hits) const;
  void find_word(std::string_view text, Span word, const Keys& keys,
                 std::vector<GazetteerHit>& hits) const;
  void find_at(std::string_view text, std::size_t at, const Keys& keys,
               std::vector<GazetteerHit>& hits) const;
  void find_glued(std::string_view text, Span word, std::vector<GazetteerHit>& hits) const;

  std::string added_letters_;  // until finish()
  std::vector<Added> added_;
  // Of each form its payload, then as bytes its list, its name and a zero.
  Array<std::uint32_t> forms_;
  // A hash table with linear probing, as many slots as a power of two, a third of them or more
  // empty (0): a small article touches most of its pages. In the others: the lower bits of the
  // form's hash, above its place in forms_. Those of a hash are in order, the longest first.
  Array<std::uint32_t> slots_;
  std::uint32_t place_bits_ = 0;
  std::array<std::uint8_t, 256> first_bytes_{};  // 1: a name begins with it, in either case
  // Bits by the beginning of a word: most words of a text are told by it to begin no name.
  Array<std::uint64_t> gate_;
};

}  // namespace faktum
