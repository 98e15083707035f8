// All files below a folder, in the byte order of their paths.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "faktum/error.hpp"

namespace faktum {

// A file, or a folder below that cannot be read.
struct FoundFile {
  std::string path;
  std::optional<Error> error;
};

// Hidden files and folders (".git") are left out, as ripgrep does; so are devices, pipes and links
// to folders, which may lead in a circle. Holds the names of the folders on the way only.
class Folder {
 public:
  explicit Folder(std::string path);

  // False when all are done.
  bool next(FoundFile& found);

 private:
  struct Entry {
    std::string path;
    bool folder = false;
  };

  std::optional<Error> open(const std::string& path);

  std::vector<Entry> waiting_;  // the next one is the last
};

[[nodiscard]] bool is_folder(const std::string& path);

}  // namespace faktum
