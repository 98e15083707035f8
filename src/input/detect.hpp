// What a stream holds, by its name and first bytes.
#pragma once

#include <cstddef>
#include <string_view>

#include "input/byte_stream.hpp"
#include "input/input_options.hpp"

namespace faktum {

// The first bytes of a stream, enough to tell what it holds. Waits for bytes only where a document
// cannot begin before they have come: a slow pipe of lines is read line by line.
[[nodiscard]] std::string_view first_bytes(ByteStream& stream, InputFormat wanted);

// Whether the first bytes look like a JSON object with a key, or an array of such.
[[nodiscard]] bool looks_like_json(std::string_view bytes);

// The format of bytes that are neither compressed nor an archive; never detect. Tables are told by
// name only.
[[nodiscard]] InputFormat format_of(std::string_view name, std::string_view bytes);

// Whether bytes are no text in any encoding that detect_encoding() knows.
[[nodiscard]] bool is_unknown_binary(std::string_view bytes);

}  // namespace faktum
