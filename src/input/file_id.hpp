// Tells files apart, however they are called.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace faktum {

struct FileId {
  std::uint64_t device = 0;
  std::uint64_t number = 0;

  bool operator==(const FileId&) const = default;
};

// Of a regular file; nothing where there is none.
[[nodiscard]] std::optional<FileId> file_id(const std::string& path);
[[nodiscard]] std::optional<FileId> file_id(int descriptor);

}  // namespace faktum
