// Finds the literals of all rules in one pass over the text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "match/array.hpp"

namespace faktum {

// An Aho-Corasick automaton (Aho and Corasick 1975, "Efficient string matching: an aid to
// bibliographic search") over classes of bytes: a letter and its capital are one class (ASCII and
// Latin-1), all digits are another. A few bytes beyond ASCII share a class though they mean
// different things, so a hit says "perhaps" and no hit says "no".
// Built once by its constructor, then safe to share between threads.
class Prefilter {
 public:
  Prefilter() = default;

  // Literals are folded (fold.hpp), not empty, and need not differ.
  explicit Prefilter(const std::vector<std::string>& literals);

  // Calls `hit(literal index, byte offset of its end)` for each literal that ends in `text`.
  template <typename Hit>
  void scan(std::string_view text, Hit hit) const {
    if (!narrow_.empty()) {
      walk(narrow_.data(), text, hit);
    } else if (!wide_.empty()) {
      walk(wide_.data(), text, hit);
    }
  }

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(class_of_);
    part(classes_);
    part(silent_states_);
    part(narrow_);
    part(wide_);
    part(outputs_);
  }

 private:
  template <typename State, typename Hit>
  void walk(const State* next, std::string_view text, Hit hit) const {
    std::uint32_t state = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      state = next[state * classes_ + class_of_[static_cast<unsigned char>(text[i])]];
      if (state < silent_states_) continue;
      for (const std::uint32_t literal : outputs_[state - silent_states_]) hit(literal, i + 1);
    }
  }

  std::array<std::uint8_t, 256> class_of_{};
  std::uint32_t classes_ = 1;
  std::uint32_t silent_states_ = 0;  // states below end no literal
  // The next state, states times classes; by depth, so that the busy ones lie together. In two
  // bytes where that is enough: then more of it stays in the processor's caches.
  Array<std::uint16_t> narrow_;
  Array<std::uint32_t> wide_;
  Rows<std::uint32_t> outputs_;  // literal indexes, by state from silent_states_ on
};

}  // namespace faktum
