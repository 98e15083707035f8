// Small sets of words, sorted when compiled and searched without allocation.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace faktum {

template <std::size_t N>
class WordTable {
 public:
  // In any order, so that a table can be written by subject.
  explicit consteval WordTable(const std::string_view (&words)[N]) : words_(std::to_array(words)) {
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) sizes_[byte(word[0])] |= size_bit(word);
  }

  [[nodiscard]] constexpr bool contains(std::string_view word) const {
    return !word.empty() && (sizes_[byte(word[0])] & size_bit(word)) != 0 &&
           std::binary_search(words_.begin(), words_.end(), word);
  }

  // Sorted.
  [[nodiscard]] constexpr const std::array<std::string_view, N>& words() const { return words_; }

 private:
  static constexpr std::size_t byte(char c) { return static_cast<unsigned char>(c); }
  static constexpr std::uint32_t size_bit(std::string_view word) {
    return word.size() < 32 ? std::uint32_t{1} << word.size() : 0;
  }

  std::array<std::string_view, N> words_;
  std::array<std::uint32_t, 256> sizes_{};  // of the words, shorter than 32, by their first byte
};

}  // namespace faktum
