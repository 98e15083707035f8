// The libraries of compression: one compressed stream, piece by piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "input/compressed.hpp"

namespace faktum {

// What one call of a library did.
struct CodecStep {
  enum State : std::uint8_t { going_on, at_end, broken, too_much_memory };

  std::size_t taken = 0;
  std::size_t given = 0;
  State state = going_on;
};

// One compressed stream; begun anew for the next one.
class Codec {
 public:
  Codec() = default;
  virtual ~Codec() = default;
  Codec(const Codec&) = delete;
  Codec& operator=(const Codec&) = delete;

  virtual CodecStep decode(std::string_view in, char* out, std::size_t size) = 0;
  virtual bool begin() = 0;  // false where there is no memory
};

std::unique_ptr<Codec> make_codec(Compression);

}  // namespace faktum
