// Finds the names of lists in a text.
#pragma once

#include <array>
#include <bit>
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

  // No add() after this, and no find() before.
  void finish();

  // Appends the hits in `text` in the order of their begin; several may begin at one place.
  void find(std::string_view text, std::vector<GazetteerHit>& hits) const;

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(letters_);
    part(forms_);
    part(buckets_);
    part(first_bytes_);
    part(gate_);
  }

 private:
  struct Form {
    std::uint32_t begin;  // of the name, in letters_
    std::uint32_t payload;
    std::uint16_t hash;  // the lower half of the form's
    std::uint8_t list;
  };
  struct Added {
    std::uint32_t hash;
    Form form;
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

  // With a zero behind it.
  [[nodiscard]] const char* name_of(const Form& form) const { return &letters_[form.begin]; }
  [[nodiscard]] std::size_t bucket_of(std::uint32_t hash) const {
    return hash >> (32 - std::countr_zero(buckets_.size() - 1));
  }
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
  Array<char> letters_;           // of all names, a NUL behind each
  Array<Form> forms_;             // by hash, longest first
  Array<std::uint32_t> buckets_;  // by the upper bits of a hash: where its forms begin; one more
  std::array<std::uint8_t, 256> first_bytes_{};  // 1: a name begins with it, in either case
  // Bits by the beginning of a word: most words of a text are told by it to begin no name.
  Array<std::uint64_t> gate_;
};

}  // namespace faktum
