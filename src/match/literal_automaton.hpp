// Finds which of many literals stand in a text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "match/array.hpp"

namespace faktum {

// An Aho-Corasick automaton (Aho and Corasick 1975, "Efficient string matching: an aid to
// bibliographic search") over classes of bytes: all digits are one class, so are spaces, and most
// signs. Bytes beyond ASCII share a class though they mean different things, so a literal found
// says "perhaps" and none says "no". Built once by its constructor, then safe to share between
// threads.
class LiteralAutomaton {
 public:
  enum class Search : std::uint8_t {
    anywhere,  // a literal may begin at every byte that a run passes
    at_begin,  // only where the run does
  };

  LiteralAutomaton() = default;

  // Of the literals with these indexes. A literal's capitals of ASCII must stand in the text; its
  // other letters (ASCII and Latin-1) may be small or capital there. Literals are not empty and
  // need not differ. What a search in `sample` visits most lies together in memory.
  LiteralAutomaton(const std::vector<std::string>& literals, std::span<const std::uint32_t> which,
                   Search search, std::string_view sample);

  [[nodiscard]] std::size_t longest() const { return longest_; }  // literal, in bytes

  // Literals that end together are an ending, a number below this.
  [[nodiscard]] std::size_t endings() const { return literals_.size(); }
  // Indexes of the literals of an ending.
  [[nodiscard]] std::span<const std::uint32_t> literals(std::uint32_t ending) const {
    return literals_[ending];
  }

  // Calls `run(table)` with the table that there is.
  template <typename Run>
  void on_table(Run run) const {
    if (!narrow_.empty()) {
      run(narrow_.data());
    } else if (!wide_.empty()) {
      run(wide_.data());
    }
  }

  // Where a run begins.
  [[nodiscard]] std::uint32_t start() const { return start_; }
  template <typename State>
  [[nodiscard]] std::uint32_t step(const State* table, std::uint32_t state, char byte) const {
    return table[state * classes_ + class_of_[static_cast<unsigned char>(byte)]];
  }
  [[nodiscard]] bool ends_literals(std::uint32_t state) const { return state >= silent_states_; }
  [[nodiscard]] std::uint32_t ending(std::uint32_t state) const { return state - silent_states_; }

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(class_of_);
    part(classes_);
    part(longest_);
    part(start_);
    part(silent_states_);
    part(narrow_);
    part(wide_);
    part(literals_);
  }

 private:
  std::array<std::uint8_t, 256> class_of_{};
  std::uint32_t classes_ = 1;
  std::uint32_t longest_ = 0;
  std::uint32_t start_ = 0;
  std::uint32_t silent_states_ = 0;  // states below end no literal
  // The next state, states times classes; the busy ones lie together. In two bytes where that is
  // enough: then more of it stays in the processor's caches.
  Array<std::uint16_t> narrow_;
  Array<std::uint32_t> wide_;
  Rows<std::uint32_t> literals_;  // by ending: the state from silent_states_ on
};

}  // namespace faktum
