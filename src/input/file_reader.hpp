// A file, standard input, or bytes in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "input/byte_reader.hpp"

namespace faktum {

// "-" is standard input, which stays open. The bytes end once interrupted(). All that is read is
// added to `count`, which outlives the reader. Errors: input.missing, input.folder,
// input.unreadable, all with `path` as their place.
Result<std::unique_ptr<ByteReader>> open_file(const std::string& path,
                                              std::uint64_t* count = nullptr);

class MemoryReader : public ByteReader {
 public:
  explicit MemoryReader(std::string bytes) : bytes_(std::move(bytes)) {}

  std::size_t read(char* into, std::size_t size) override;
  [[nodiscard]] std::optional<std::uint64_t> size() const override { return bytes_.size(); }
  bool seek(std::uint64_t to) override;

 private:
  std::string bytes_;
  std::size_t position_ = 0;
};

}  // namespace faktum
