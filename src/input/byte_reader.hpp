// Where bytes come from: a file, a decompressor over another stream, a member of an archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "faktum/error.hpp"

namespace faktum {

// One thread at a time.
class ByteReader {
 public:
  ByteReader() = default;
  virtual ~ByteReader() = default;
  ByteReader(const ByteReader&) = delete;
  ByteReader& operator=(const ByteReader&) = delete;

  // Fills the front of `into` (`size` > 0) with what comes next, without waiting until it is full;
  // returns how many bytes, 0 at the end and at an error.
  virtual std::size_t read(char* into, std::size_t size) = 0;

  // The size in bytes, where seek() works.
  [[nodiscard]] virtual std::optional<std::uint64_t> size() const { return std::nullopt; }

  // Goes to a byte, counted from the first.
  virtual bool seek(std::uint64_t) { return false; }

  // After an error: whether check sums have shown that the bytes given before are right, so that
  // the damage lies behind them.
  [[nodiscard]] virtual bool intact() const { return false; }

  // After an error: goes on where the next part that can be read alone begins; false where no such
  // part is found.
  virtual bool recover() { return false; }

  // What ended the bytes too early; without place.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 protected:
  // For `return fail(...)` in read().
  std::size_t fail(Error error) {
    error_ = std::move(error);
    return 0;
  }
  void forgive() { error_.reset(); }

 private:
  std::optional<Error> error_;
};

}  // namespace faktum
