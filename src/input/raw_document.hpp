// The bytes of one document, as they lie in their source.
#pragma once

#include <optional>
#include <string>

#include "faktum/error.hpp"
#include "input/input_options.hpp"

namespace faktum {

// Reused from document to document.
struct RawDocument {
  std::string id;     // of its place in the source; valid UTF-8. A JSONL line may hold its own
  Place place;        // of its first byte
  std::string bytes;  // a whole text, or one line of JSONL without its end
  InputFormat format = InputFormat::text;  // never detect
  std::string encoding;                    // that the source declares (HTTP); any label, or empty
  std::optional<Error> error;              // why there are no bytes
};

}  // namespace faktum
