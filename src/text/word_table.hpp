// Small sets of words, sorted when compiled and searched without allocation.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace faktum {

template <std::size_t N>
class WordTable {
 public:
  // In any order, so that a table can be written by subject.
  explicit consteval WordTable(const std::string_view (&words)[N]) : words_(std::to_array(words)) {
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) longest_ = std::max(longest_, word.size());
  }

  [[nodiscard]] constexpr bool contains(std::string_view word) const {
    return word.size() <= longest_ && std::binary_search(words_.begin(), words_.end(), word);
  }

  // Sorted.
  [[nodiscard]] constexpr const std::array<std::string_view, N>& words() const { return words_; }

 private:
  std::array<std::string_view, N> words_;
  std::size_t longest_ = 0;
};

}  // namespace faktum
