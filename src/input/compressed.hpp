// Compressed bytes -> the bytes within, as a stream.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "input/byte_reader.hpp"
#include "input/byte_stream.hpp"

namespace faktum {

enum class Compression : std::uint8_t { gzip, bzip2, xz, zstd, deflate, brotli };

// By the first bytes; never deflate and brotli, which cannot be told.
[[nodiscard]] std::optional<Compression> compression_of(std::string_view bytes);

// Several compressed streams after one another are read as one, as the programs gzip, bzip2, xz and
// zstd do, and their check sums are verified. Whatever stands before damage comes through; then
// error() is input.truncated, input.corrupt or input.memory, or that of `input`. Only gzip can
// recover(), at the next member (a record, in WARC.gz).
std::unique_ptr<ByteReader> decompress(Compression, ByteStream input);

}  // namespace faktum
