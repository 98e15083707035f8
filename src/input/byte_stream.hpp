// Bytes of a ByteReader, read in blocks: a look ahead, lines, all the rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "faktum/error.hpp"
#include "input/byte_reader.hpp"

namespace faktum {

// How much of what was asked for is there.
enum class Cut : std::uint8_t { whole, too_large, none };

// Owns its reader; movable. A read error ends the stream like its end would, and then error() says
// so.
class ByteStream {
 public:
  // See open_file().
  static Result<ByteStream> open(const std::string& path, std::uint64_t* count = nullptr);

  explicit ByteStream(std::unique_ptr<ByteReader> reader) : reader_(std::move(reader)) {}

  // The bytes that come next, not taken yet: at least so many unless the end comes before (and at
  // most 64 KB can be asked for). Never waits for more, as a pipe may be slow. Valid until the next
  // call.
  std::string_view peek(std::size_t at_least = 1);

  // Of these, what is there without reading.
  [[nodiscard]] std::string_view at_hand() const { return {buffer_.get() + begin_, end_ - begin_}; }

  // Takes bytes that peek() has shown.
  void take(std::size_t count) { begin_ += count; }

  // Gives bytes back, to come next.
  void put_back(std::string_view bytes);

  // Replaces `line` by the next line without its end. Of one of more than `limit` bytes the rest is
  // passed over: too_large. None at the end, and where an error cuts the last line off.
  Cut read_line(std::string& line, std::size_t limit, char end = '\n');

  // The next line without its end, not taken yet; nothing where it has not been read to its end.
  // Valid until the next call.
  [[nodiscard]] std::optional<std::string_view> line_at_hand(char end = '\n') const;

  // Replaces `rest` by all that is left; none where an error cuts it off. What is too_large is not
  // read to its end.
  Cut read_rest(std::string& rest, std::size_t limit);

  // Passes over so many bytes; how many there were.
  std::uint64_t skip(std::uint64_t count);

  // Of the next byte, counted from the first.
  [[nodiscard]] std::uint64_t position() const { return read_ - (end_ - begin_); }
  [[nodiscard]] std::optional<std::uint64_t> size() const { return reader_->size(); }
  bool seek(std::uint64_t to);

  // See ByteReader.
  [[nodiscard]] bool intact() const { return reader_->intact(); }
  bool recover();

  // Why there are no more bytes; nothing while some are left.
  [[nodiscard]] std::optional<Error> error() const {
    return begin_ == end_ ? reader_->error() : std::nullopt;
  }

 private:
  bool fill();

  std::unique_ptr<ByteReader> reader_;
  std::unique_ptr<char[]> buffer_;  // not written before it is read into: a small file takes little
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;   // first byte in the buffer that is not taken yet
  std::size_t end_ = 0;     // behind the last one that was read
  std::uint64_t read_ = 0;  // in all
  bool ended_ = false;
};

}  // namespace faktum
