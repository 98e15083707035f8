// What is read, and how.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "faktum/document.hpp"
#include "input/json_document.hpp"
#include "text/encoding.hpp"

namespace faktum {

// How documents lie in what is left when archives and compression are opened.
enum class InputFormat : std::uint8_t { detect, text, html, json, jsonl, csv, tsv, timeml, warc };

inline constexpr std::string_view detected_encoding = "auto";

// Of CSV and TSV.
struct TableOptions {
  std::optional<char> delimiter;    // an ASCII character; none: "," in CSV, a tab in TSV
  std::optional<char> quote = '"';  // an ASCII character; none: quotes are part of the text
  bool header = true;               // the first row names the columns; else they are "1", "2", ...
};

struct InputOptions {
  InputFormat format = InputFormat::detect;
  // Of the bytes: a name by encoding_of_label() (text/encoding.hpp), or detected_encoding, which is
  // UTF-8 in JSONL.
  std::string encoding{detected_encoding};
  JsonFields fields;  // the names of columns, too
  TableOptions table;
  // Bytes of a file, record, object, line or row.
  std::size_t max_document_size = std::size_t{64} << 20U;
  std::optional<Date> date;  // of documents that name none
};

}  // namespace faktum
