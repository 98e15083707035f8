// Which bytes of a text are of a kind, 64 at a time.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace faktum {

// Sixteen bytes that are compared in one step; GCC's and Clang's vector extension.
using Bytes16 = unsigned char __attribute__((vector_size(16)));

// All bits of the bytes from `first` to `last`.
[[nodiscard]] inline auto is_between(Bytes16 bytes, unsigned char first, unsigned char last) {
  return bytes - first <= static_cast<unsigned char>(last - first);
}

// The bytes of a block, in which those behind the text read as NUL.
class ByteBlock {
 public:
  static constexpr std::size_t size = 64;

  // That of `text` at byte `at`.
  ByteBlock(std::string_view text, std::size_t at) {
    if (at + size <= text.size()) {
      std::memcpy(&bytes_, text.data() + at, size);
    } else if (at < text.size()) {
      std::memcpy(&bytes_, text.data() + at, text.size() - at);
    }
  }

  // Bit i says whether the byte i is marked: `mark` makes of sixteen bytes a vector in which those
  // have their highest bit set.
  template <typename Mark>
  [[nodiscard]] std::uint64_t marks(Mark mark) const {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < bytes_.size(); ++i) {
      bits |= std::uint64_t{highest_bits(Bytes16(mark(bytes_[i])))} << (i * 16);
    }
    return bits;
  }

 private:
  static std::uint32_t highest_bits(Bytes16 bytes) {
#ifdef __SSE2__
    using Chars = char __attribute__((vector_size(16)));
    return static_cast<std::uint32_t>(__builtin_ia32_pmovmskb128(Chars(bytes)));
#else
    std::uint32_t bits = 0;
    for (int i = 0; i < 16; ++i) bits |= static_cast<std::uint32_t>(bytes[i] >> 7) << i;
    return bits;
#endif
  }

  std::array<Bytes16, size / sizeof(Bytes16)> bytes_{};
};

// Goes from one marked byte of a text to the next.
template <typename Mark>
class MarkFinder {
 public:
  // `mark` as for ByteBlock::marks().
  MarkFinder(std::string_view text, Mark mark)
      : text_(text), mark_(mark), marks_(ByteBlock(text, 0).marks(mark)) {
    advance();
  }

  // Where it is; behind the last one the text's size.
  [[nodiscard]] std::size_t at() const { return at_; }

  void advance() {
    while (marks_ == 0) {
      block_ += ByteBlock::size;
      if (block_ >= text_.size()) {
        at_ = text_.size();
        return;
      }
      marks_ = ByteBlock(text_, block_).marks(mark_);
    }
    at_ = block_ + static_cast<std::size_t>(std::countr_zero(marks_));
    marks_ &= marks_ - 1;
  }

 private:
  std::string_view text_;
  Mark mark_;
  std::size_t at_ = 0;
  std::size_t block_ = 0;
  std::uint64_t marks_;  // of the block that are still to come
};

}  // namespace faktum
