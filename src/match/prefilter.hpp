// Finds the literals of all rules in one pass over the text.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace faktum {

// An Aho-Corasick automaton (Aho and Corasick 1975, "Efficient string matching: an aid to
// bibliographic search") over the bytes of folded text (fold.hpp), as one table over byte classes.
// Built once by its constructor, then safe to share between threads.
class Prefilter {
 public:
  // Literals must not be empty and need not differ.
  explicit Prefilter(const std::vector<std::string>& literals);

  // Calls `hit(literal index, byte offset of its end)` for each literal that ends in `folded`.
  template <typename Hit>
  void scan(std::string_view folded, Hit hit) const {
    std::uint32_t state = 0;
    for (std::size_t i = 0; i < folded.size(); ++i) {
      state = next_[state * classes_ + class_of_[static_cast<unsigned char>(folded[i])]];
      for (std::uint32_t out = first_output_[state]; out < first_output_[state + 1]; ++out) {
        hit(outputs_[out], i + 1);
      }
    }
  }

 private:
  std::array<std::uint8_t, 256> class_of_{};
  std::uint32_t classes_ = 1;
  std::vector<std::uint32_t> next_;          // states times classes
  std::vector<std::uint32_t> first_output_;  // by state, into outputs_; one more at the end
  std::vector<std::uint32_t> outputs_;       // literal indexes
};

}  // namespace faktum
