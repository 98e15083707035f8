// Finds the names of a list in a text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"

namespace faktum {

// A name in a text: the span takes in the genitive.
struct GazetteerHit {
  Span span;
  std::uint32_t payload = 0;
};

// Names by their first word, folded. Built once, then safe to share between threads.
//
// A name is found at word edges (so also inside hyphenated compounds), with a genitive -s, with any
// white space or a hyphen where it has a space. Letter case: from four letters on any case will
// do as long as the first letter is as in the name or a capital; shorter names must stand as they
// are listed or in capitals.
class Gazetteer {
 public:
  // `name` must outlive the gazetteer.
  void add(std::string_view name, std::uint32_t payload);

  // No add() after this.
  void finish();

  [[nodiscard]] bool empty() const { return forms_.empty(); }

  // Appends the hits in `text` in the order of their begin; several may begin at one place.
  void find(std::string_view text, std::vector<GazetteerHit>& hits) const;

 private:
  struct Form {
    std::uint64_t hash;  // of the folded first word
    std::string_view name;
    std::uint32_t payload;
  };

  // Of the first bytes of all names, folded: most words of a text are told by them to be none.
  static constexpr std::size_t gate_size = 1U << 16;

  std::vector<bool> gate_;
  std::vector<Form> forms_;           // by hash, longest first
  std::vector<std::uint32_t> slots_;  // open addressing: index into forms_ plus 1
  std::uint64_t mask_ = 0;
};

}  // namespace faktum
