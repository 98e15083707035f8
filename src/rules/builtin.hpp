// The rule files in the binary. builtin.cpp is written by src/embed at build time; the embedding
// tool itself links no_builtin.cpp.
#pragma once

#include <span>
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

struct BuiltinWord {
  std::string_view word;
  int number = 0;
};

// What ICU knows (embed/icu_words.hpp), asked when the program was built, as asking costs a short
// run a third of its time and a sixth of its memory. Empty in the embedding tool.
[[nodiscard]] std::span<const BuiltinWord> builtin_number_words();
[[nodiscard]] std::span<const BuiltinWord> builtin_months();
[[nodiscard]] std::span<const BuiltinWord> builtin_weekdays();

}  // namespace faktum
