#include "input/http_message.hpp"

#include <algorithm>
#include <charconv>
#include <memory>

#include "input/byte_stream.hpp"
#include "input/compressed.hpp"
#include "input/file_reader.hpp"
#include "text/ascii.hpp"

namespace faktum {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

// The chunks' bytes; nothing where the body is not in chunks, or not in whole ones.
std::optional<std::string> join_chunks(std::string_view body) {
  std::string joined;
  for (;;) {
    std::size_t size = 0;
    const auto digits = std::from_chars(body.data(), body.data() + body.size(), size, 16);
    const std::size_t line_end = body.find('\n');
    if (digits.ec != std::errc{} || line_end == std::string_view::npos) return std::nullopt;
    const auto behind = static_cast<std::size_t>(digits.ptr - body.data());
    if (behind < line_end &&
        std::string_view(" \t\r;").find(body[behind]) == std::string_view::npos)
      return std::nullopt;
    if (size == 0) return joined;  // trailers are of no use
    body.remove_prefix(line_end + 1);
    if (size > body.size()) return std::nullopt;
    joined += body.substr(0, size);
    body.remove_prefix(size);
    if (body.starts_with('\r')) body.remove_prefix(1);
    if (body.starts_with('\n')) body.remove_prefix(1);
  }
}

// Whether the first line could be the size of a chunk.
bool begins_with_chunk(std::string_view body) {
  const std::string_view line = trimmed(body.substr(0, std::min<std::size_t>(body.find('\n'), 20)));
  const std::string_view digits = line.substr(0, line.find(';'));
  return !digits.empty() &&
         digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

std::optional<Error> inflate_body(Compression compression, std::size_t limit, std::string& body) {
  auto packed = ByteStream(std::make_unique<MemoryReader>(std::move(body)));
  ByteStream unpacked(decompress(compression, std::move(packed)));
  body.clear();
  switch (unpacked.read_rest(body, limit)) {
    case Cut::whole:
      return std::nullopt;
    case Cut::none:
      return unpacked.error();
    case Cut::too_large:
      break;
  }
  return Error{"input.too_large",
               "the unpacked text is over " + std::to_string(limit) +
                   " bytes; --max-document-size allows more",
               {},
               ""};
}

}  // namespace

bool HeaderFields::parse(std::string_view lines) {
  fields_.clear();
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (trimmed(line).empty()) break;
    if ((line.front() == ' ' || line.front() == '\t') && !fields_.empty()) {
      fields_.back().second += " " + std::string(trimmed(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    fields_.emplace_back(ascii_lower(trimmed(line.substr(0, colon))),
                         trimmed(line.substr(colon + 1)));
  }
  return true;
}

std::string_view HeaderFields::get(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string_view{} : std::string_view(found->second);
}

std::optional<std::size_t> header_end(std::string_view bytes) {
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos;
       at = bytes.find('\n', at + 1)) {
    const std::string_view behind = bytes.substr(at + 1);
    if (behind.starts_with("\r\n")) return at + 3;
    if (behind.starts_with('\n')) return at + 2;
  }
  return std::nullopt;
}

MediaType parse_media_type(std::string_view value) {
  MediaType type{ascii_lower(trimmed(value.substr(0, value.find(';')))), {}};
  const std::string parameters = ascii_lower(value);
  const std::size_t at = parameters.find("charset=");
  if (at == std::string::npos) return type;
  std::string_view encoding = value.substr(at + std::string_view("charset=").size());
  type.encoding = trimmed(encoding.substr(0, encoding.find(';')));
  return type;
}

std::optional<HttpHead> parse_http_head(std::string_view message) {
  const auto end = header_end(message);
  if (!message.starts_with("HTTP/") || !end) return std::nullopt;
  const std::size_t first_end = message.find('\n');
  const std::string_view line = message.substr(0, first_end);
  const std::size_t status = std::min(line.find(' '), line.size() - 1) + 1;
  HttpHead head;
  head.body_begin = *end;
  std::from_chars(line.data() + status, line.data() + line.size(), head.status);
  HeaderFields fields;
  fields.parse(message.substr(first_end + 1, *end - first_end - 1));
  head.type = parse_media_type(fields.get("content-type"));
  head.chunked = ascii_lower(fields.get("transfer-encoding")).find("chunked") != std::string::npos;
  head.coding = ascii_lower(fields.get("content-encoding"));
  return head;
}

std::optional<Error> unpack_body(const HttpHead& head, std::size_t limit, std::string& body) {
  if (head.chunked && begins_with_chunk(body)) {
    auto joined = join_chunks(body);
    if (!joined) return Error{"input.truncated", "the chunks of its body are not whole", {}, ""};
    body = std::move(*joined);
  }
  const std::string& coding = head.coding;
  if (coding.empty() || coding == "identity") return std::nullopt;
  if (coding == "gzip" || coding == "x-gzip") {
    if (compression_of(body) != Compression::gzip) return std::nullopt;
    return inflate_body(Compression::gzip, limit, body);
  }
  const bool markup = trimmed(std::string_view(body).substr(0, 200)).starts_with('<');
  if (markup) return std::nullopt;  // unpacked before
  if (coding == "br") return inflate_body(Compression::brotli, limit, body);
  if (coding == "deflate") return inflate_body(Compression::deflate, limit, body);
  return Error{"input.unsupported",
               "its Content-Encoding " + coding + " is not read, only gzip, deflate and br",
               {},
               coding};
}

}  // namespace faktum
