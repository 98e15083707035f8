#include "input/file_id.hpp"

#include <sys/stat.h>

namespace faktum {
namespace {

std::optional<FileId> id_of(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return FileId{static_cast<std::uint64_t>(status.st_dev),
                static_cast<std::uint64_t>(status.st_ino)};
}

}  // namespace

std::optional<FileId> file_id(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? id_of(status) : std::nullopt;
}

std::optional<FileId> file_id(int descriptor) {
  struct stat status {};
  return ::fstat(descriptor, &status) == 0 ? id_of(status) : std::nullopt;
}

}  // namespace faktum
