// Paths and standard input -> the bytes of documents, one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "input/byte_stream.hpp"
#include "input/input_options.hpp"
#include "input/raw_document.hpp"

namespace faktum {

// Reads and cuts, and leaves all other work to parse_document(), so that many threads can share it.
// Holds one document at a time: a file of any number of lines takes the memory of its longest line.
// One thread at a time.
class DocumentSource {
 public:
  DocumentSource(std::vector<std::string> paths, InputFormat format);

  // Replaces `raw` by the next one; false when all paths are done, or interrupted(). JSON lines
  // that are blank are no documents.
  bool next(RawDocument& raw);

  // Whether another document may come; says so without waiting for it.
  [[nodiscard]] bool has_more() const { return stream_ || path_ < paths_.size(); }

  // Whether next() would answer at once, without waiting for a pipe.
  [[nodiscard]] bool is_ready() const;

  // Of the files and pipes, as they lie there.
  [[nodiscard]] std::uint64_t bytes_read() const;
  [[nodiscard]] std::optional<std::uint64_t> total_bytes() const;  // where all are files

 private:
  bool open_next(RawDocument& raw);
  bool next_line(RawDocument& raw);
  void read_all(RawDocument& raw);
  void close();

  std::vector<std::string> paths_;
  InputFormat wanted_;
  std::size_t path_ = 0;              // the next to open
  std::optional<ByteStream> stream_;  // the file at hand
  std::string file_;                  // its name
  std::size_t line_ = 0;
  std::uint64_t bytes_of_done_ = 0;  // streams
};

}  // namespace faktum
