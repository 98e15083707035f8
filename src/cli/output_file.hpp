// Where the output goes: standard output, or a file that appears when it is complete.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "faktum/error.hpp"

namespace faktum {

// A file is written without a name in its final folder (or, where the file system cannot do that,
// under a temporary name) and renamed by commit(); without that nothing of it is left. What is no
// regular file (/dev/stdout, a named pipe) is written directly.
class OutputFile {
 public:
  // An empty path is standard output. Errors: output.unwritable.
  static Result<OutputFile> open(const std::string& path);

  // A file that is written in place, behind its first `bytes`; what follows them is removed.
  // Errors: output.unwritable, output.changed.
  static Result<OutputFile> append(const std::string& path, std::uint64_t bytes);

  ~OutputFile();
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) = delete;

  // False when nothing more can be written: closed() or error() says why.
  bool write(std::string_view bytes);
  bool commit();
  bool sync();  // to the disk

  [[nodiscard]] bool closed() const { return closed_; }  // by the reader of a pipe
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  OutputFile(std::string path, int descriptor);
  bool fail(int code);

  std::string path_;
  std::string temporary_;  // empty where the file has no name yet
  int descriptor_;
  bool direct_ = true;  // bytes go to their place at once
  bool closed_ = false;
  std::optional<Error> error_;
};

}  // namespace faktum
