// What is to be read: the paths that the user names, on the command line or in a list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "faktum/error.hpp"
#include "input/byte_stream.hpp"

namespace faktum {

// A list of paths in a file; "-" is standard input.
struct PathList {
  std::string file;
  char separator = '\n';  // or NUL
};

// Read as it is needed: a list may be endless.
class Paths {
 public:
  explicit Paths(std::vector<std::string> named) : named_(std::move(named)) {}

  // The named paths first, then those of the list. Errors: those of ByteStream::open().
  static Result<Paths> open(std::vector<std::string> named, const std::optional<PathList>& list);

  // Replaces `path` by the next one; false when there are no more, or the list broke off.
  bool next(std::string& path);

  // Whether another may come; says so without waiting for it.
  [[nodiscard]] bool has_more() const { return next_ < named_.size() || list_.has_value(); }

  // Whether the next one is there and is a file, so that neither it nor its bytes are waited for.
  [[nodiscard]] bool is_ready() const;

  // Of all files and of those below folders; nothing where one is no file, or there is a list.
  [[nodiscard]] std::optional<std::uint64_t> total_bytes() const;

  // Why the list broke off.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  bool give_up(std::optional<Error>);  // false
  [[nodiscard]] Error no_path() const;

  std::vector<std::string> named_;
  std::size_t next_ = 0;
  std::optional<ByteStream> list_;
  char separator_ = '\n';
  std::string file_;  // of the list
  std::optional<Error> error_;
};

}  // namespace faktum
