// Bytes that arrive in pieces, as those of a pipe do.
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "input/byte_reader.hpp"

class Pieces : public faktum::ByteReader {
 public:
  Pieces(std::string bytes, std::size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}

  std::size_t read(char* into, std::size_t size) override {
    const std::size_t count = bytes_.copy(into, std::min(size, piece_), read_);
    read_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t piece_;
  std::size_t read_ = 0;
};
