// A file or standard input, read in blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "faktum/error.hpp"

namespace faktum {

// Owns the file descriptor; movable. A read error ends the stream like its end would, and error()
// says so afterwards; so does interrupted().
class ByteStream {
 public:
  // "-" is standard input. Errors: input.missing, input.folder, input.unreadable.
  static Result<ByteStream> open(const std::string& path);

  ~ByteStream();
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;

  // The bytes that come next, not taken yet; empty at the end. Never waits for more than a first
  // block, as a pipe may be slow. Valid until the next call.
  std::string_view peek();

  // Replaces `line` by the next line without its LF; false at the end.
  bool read_line(std::string& line);

  // Whether read_line() would give a line without waiting for a pipe.
  [[nodiscard]] bool has_line() const;

  // Replaces `rest` by all that is left.
  void read_rest(std::string& rest);

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }

 private:
  ByteStream(std::string path, int descriptor);
  bool fill();

  std::string path_;
  int descriptor_;
  std::string buffer_;
  std::size_t position_ = 0;  // first byte in the buffer that is not taken yet
  std::uint64_t bytes_read_ = 0;
  bool regular_ = false;  // a file, which never waits
  bool ended_ = false;
  std::optional<Error> error_;
};

}  // namespace faktum
