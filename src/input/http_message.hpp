// An HTTP response as a web archive keeps it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faktum/error.hpp"

namespace faktum {

// Lines "Name: value", as in HTTP and WARC.
class HeaderFields {
 public:
  // Reads lines up to a blank one; false where one of them is no field.
  bool parse(std::string_view lines);

  // Of the first field of this name, in small letters; empty where there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

// Where the blank line ends that ends a header; nothing where there is none.
[[nodiscard]] std::optional<std::size_t> header_end(std::string_view bytes);

struct MediaType {
  std::string name;      // in small letters: "text/html"
  std::string encoding;  // its parameter charset, as it stands there
};

[[nodiscard]] MediaType parse_media_type(std::string_view value);

struct HttpHead {
  int status = 0;
  MediaType type;
  bool chunked = false;
  std::string coding;      // Content-Encoding, in small letters
  std::size_t body_begin;  // in the message
};

[[nodiscard]] std::optional<HttpHead> parse_http_head(std::string_view message);

// Undoes the transfer: chunks and compression. Archives may keep a header that says so beside a
// body that was unpacked before; such a body stays as it is. Errors: input.unsupported (a coding
// other than gzip, deflate and br), input.corrupt, input.truncated, input.too_large, without place.
[[nodiscard]] std::optional<Error> unpack_body(const HttpHead&, std::size_t limit,
                                               std::string& body);

}  // namespace faktum
