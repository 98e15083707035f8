// The bytes of a document -> Document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "faktum/document.hpp"
#include "faktum/error.hpp"
#include "input/input_options.hpp"
#include "input/raw_document.hpp"

namespace faktum {

// A document, or why there is none.
struct Input {
  Document document;  // `id` is set even where there is an error
  std::optional<Error> error;
  KeptJson kept;
  std::vector<std::string> warnings;
};

// Decodes the bytes, reads their format and looks for the publication date. Errors: raw.error,
// input.binary, input.encoding and those of parse_json_document(), parse_csv_row() and
// parse_timeml(). Safe on any thread.
[[nodiscard]] Input parse_document(const RawDocument& raw, const InputOptions&);

}  // namespace faktum
