// Paths and standard input -> documents, one after the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faktum/document.hpp"
#include "faktum/error.hpp"
#include "input/byte_stream.hpp"
#include "input/json_document.hpp"
#include "text/encoding.hpp"

namespace faktum {

enum class InputFormat : std::uint8_t { detect, text, jsonl };

inline constexpr std::string_view detected_encoding = "auto";

struct InputOptions {
  InputFormat format = InputFormat::detect;
  // Of the bytes: a name by encoding_of_label() (text/encoding.hpp), or detected_encoding.
  std::string encoding{utf8_name};
  JsonFields fields;
  std::optional<Date> date;  // of documents that name none
};

// A document, or why there is none. Reused from document to document.
struct Input {
  Document document;  // `id` is set even where there is an error
  std::optional<Error> error;
  KeptJson kept;
  std::vector<std::string> warnings;
};

// A pull parser over the paths: holds one document at a time, so a file of any number of lines
// takes the memory of its longest line. One thread at a time.
class DocumentReader {
 public:
  DocumentReader(std::vector<std::string> paths, InputOptions options);

  // Replaces `input` by the next one; false when all paths are done. JSON lines that are blank
  // are no documents.
  bool next(Input& input);

  // Whether another document may come; says so without waiting for it.
  [[nodiscard]] bool has_more() const { return lines_ || path_ < paths_.size(); }

 private:
  bool open_next(Input& input);
  bool next_line(Input& input);
  void read_text(Input& input);
  [[nodiscard]] std::string encoding_of(std::string_view bytes) const;

  std::vector<std::string> paths_;
  InputOptions options_;
  std::size_t path_ = 0;             // the next to open
  std::optional<ByteStream> lines_;  // the JSONL file at hand
  std::string file_;
  std::size_t line_ = 0;
  std::string bytes_;
};

}  // namespace faktum
