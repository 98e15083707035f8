#include "input/detect.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "html/declared_encoding.hpp"
#include "input/json_nesting.hpp"
#include "text/ascii.hpp"
#include "text/decode.hpp"
#include "text/encoding.hpp"

namespace faktum {
namespace {

constexpr std::string_view white_space = " \t\r\n";
constexpr std::size_t looked_at = 4096;  // bytes of a stream

// An XML document whose root is TimeML.
bool looks_like_timeml(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 1024);
  const std::size_t root = head.find("<TimeML");
  return root != std::string_view::npos && head.find('<') <= root &&
         head.substr(0, head.find('<')).find_first_not_of("\xEF\xBB\xBF \t\r\n") ==
             std::string_view::npos;
}

bool ends_with_any(std::string_view name, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) {
    return name.size() > end.size() &&
           std::equal(end.begin(), end.end(), name.end() - static_cast<std::ptrdiff_t>(end.size()),
                      [](char a, char b) { return a == ascii_lower(b); });
  });
}

// Without what compression adds to a name: "a.jsonl.gz", "a.csv.xz".
std::string_view unpacked_name(std::string_view name) {
  return ends_with_any(name, {".gz", ".bz2", ".xz", ".zst"}) ? name.substr(0, name.rfind('.'))
                                                             : name;
}

// Whether bytes may go on as a compressed file or an archive.
bool may_be_container(std::string_view bytes) {
  constexpr std::array<std::string_view, 6> magics{"\x1F\x8B\x08",
                                                   "BZh91AY&SY",
                                                   "\xFD"
                                                   "7zXZ",
                                                   "\x28\xB5\x2F\xFD",
                                                   "PK\x03\x04",
                                                   "7z\xBC\xAF\x27\x1C"};
  return bytes.find('\0') != std::string_view::npos ||
         std::any_of(magics.begin(), magics.end(), [&](std::string_view magic) {
           return magic.starts_with(bytes.substr(0, magic.size())) ||
                  (magic.starts_with("BZh") && bytes.starts_with("BZh"));
         });
}

// Without what may stand before a JSON text.
std::string_view trimmed(std::string_view bytes) {
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  bytes.remove_prefix(std::min(bytes.find_first_not_of(white_space), bytes.size()));
  return bytes;
}

bool looks_like_object(std::string_view bytes) {
  bytes = trimmed(bytes);
  if (!bytes.starts_with('{')) return false;
  const std::size_t next = bytes.find_first_not_of(white_space, 1);
  return next == std::string_view::npos || bytes[next] == '"' || bytes[next] == '}';
}

// Whether the object that the bytes begin with goes on behind its first line.
bool is_over_lines(std::string_view bytes) {
  bytes = trimmed(bytes.substr(0, looked_at));
  const std::size_t line_end = bytes.find('\n');
  return line_end != std::string_view::npos &&
         JsonNesting().end_in(bytes.substr(0, line_end)) == std::string_view::npos;
}

std::string_view first_line(ByteStream& stream) {
  for (std::string_view bytes = stream.at_hand();;) {
    const std::size_t size = bytes.size();
    if (size >= looked_at || trimmed(bytes).find('\n') != std::string_view::npos) return bytes;
    bytes = stream.peek(size + 1);
    if (bytes.size() == size) return bytes;
  }
}

}  // namespace

bool looks_like_json(std::string_view bytes) {
  bytes = trimmed(bytes);
  return looks_like_object(bytes.starts_with('[') ? bytes.substr(1) : bytes);
}

std::string_view first_bytes(ByteStream& stream, InputFormat wanted) {
  constexpr std::size_t longest_mark = 4;  // of byte order; no line of a document is shorter
  const std::string_view bytes = stream.peek(longest_mark);
  if (wanted == InputFormat::detect && looks_like_object(bytes)) return first_line(stream);
  const bool whole = wanted == InputFormat::text || wanted == InputFormat::html ||
                     wanted == InputFormat::timeml || wanted == InputFormat::detect;
  return whole || may_be_container(bytes) ? stream.peek(looked_at) : bytes;
}

InputFormat format_of(std::string_view name, std::string_view bytes) {
  name = unpacked_name(name);
  if (bytes.starts_with("WARC/1.") || bytes.starts_with("WARC/0.")) return InputFormat::warc;
  if (ends_with_any(name, {".jsonl", ".ndjson"})) return InputFormat::jsonl;
  if (ends_with_any(name, {".csv"})) return InputFormat::csv;
  if (ends_with_any(name, {".tsv"})) return InputFormat::tsv;
  if (ends_with_any(name, {".warc", ".wet"})) return InputFormat::warc;
  if (ends_with_any(name, {".tml"}) || looks_like_timeml(bytes)) return InputFormat::timeml;
  if (looks_like_json(bytes)) {
    return looks_like_object(bytes) && !is_over_lines(bytes) ? InputFormat::jsonl
                                                             : InputFormat::json;
  }
  const bool html = ends_with_any(name, {".html", ".htm", ".xhtml"}) || looks_like_html(bytes);
  return html ? InputFormat::html : InputFormat::text;
}

bool is_unknown_binary(std::string_view bytes) {
  if (bytes.starts_with("%PDF-")) return true;
  if (!looks_binary(bytes)) return false;
  return !is_wide(detect_encoding(bytes));
}

}  // namespace faktum
