// The rule files in the binary. builtin.cpp is written by src/embed at build time; the embedding
// tool itself links no_builtin.cpp.
#pragma once

#include <string_view>
#include <vector>

namespace faktum {

struct BuiltinFile {
  std::string_view path;  // below rules/: "percent.toml", "lists/companies/dach.tsv"
  std::string_view bytes;
};

// All rule and list files, sorted by path.
[[nodiscard]] const std::vector<BuiltinFile>& builtin_files();

// The rules of those files, compiled; see rules/image.hpp.
[[nodiscard]] std::string_view builtin_image();

}  // namespace faktum
