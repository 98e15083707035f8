// The bytes of one document, as they lie in their source.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "faktum/error.hpp"
#include "input/csv_table.hpp"
#include "input/input_options.hpp"

namespace faktum {

// Reused from document to document.
struct RawDocument {
  std::string id;     // of its place in the source; valid UTF-8. The document may hold its own
  Place place;        // of its first byte
  std::string bytes;  // a whole text, an object of JSON, or a row of a table without its end
  InputFormat format = InputFormat::text;  // never detect, json, tsv or warc
  std::string encoding;                    // that the source declares (HTTP); any label, or empty
  std::string transcoded_from;             // the encoding that UTF-8 was made of, or empty
  std::shared_ptr<const CsvTable> table;   // of a row: csv
  std::optional<Error> error;  // why there are no bytes; the first ones of a line that is too long
  std::vector<std::string> warnings;  // what the source says before this document
};

}  // namespace faktum
