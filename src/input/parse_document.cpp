#include "input/parse_document.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "input/dateline.hpp"
#include "text/decode.hpp"

namespace faktum {
namespace {

std::size_t line_of(std::string_view bytes, std::size_t at) {
  return 1 + static_cast<std::size_t>(
                 std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string decode_warning(const RawDocument& raw, const Decoded& decoded,
                           const std::string& encoding) {
  const std::size_t line =
      std::max<std::size_t>(raw.place.line, 1) + line_of(raw.bytes, decoded.first_replaced) - 1;
  return raw.place.file + ":" + std::to_string(line) + ": " + std::to_string(decoded.replaced) +
         " invalid " + encoding + (decoded.replaced == 1 ? " sequence was" : " sequences were") +
         " replaced by U+FFFD, the first at byte " + std::to_string(decoded.first_replaced);
}

std::string decoded_text(const RawDocument& raw, const InputOptions& options, Input& input) {
  const std::string encoding =
      options.encoding == detected_encoding ? detect_encoding(raw.bytes) : options.encoding;
  Decoded decoded = decode(raw.bytes, encoding);
  if (decoded.replaced > 0) input.warnings.push_back(decode_warning(raw, decoded, encoding));
  return std::move(decoded.text);
}

void parse_text(const RawDocument& raw, const InputOptions& options, Input& input) {
  if (options.encoding == utf8_name && looks_binary(raw.bytes)) {
    input.error = Error{"input.binary",
                        "this is a binary file or UTF-16; convert it to UTF-8 text or name its "
                        "encoding with --encoding",
                        raw.place, ""};
  } else {
    input.document.text = decoded_text(raw, options, input);
  }
}

void parse_line(const RawDocument& raw, const InputOptions& options, Input& input) {
  std::string line = decoded_text(raw, options, input);
  const auto parse = [&] {
    return parse_json_document(line, options.fields, input.document, input.kept);
  };
  input.error = parse();
  if (input.error && input.error->code == "input.json" && replace_lone_surrogates(line) > 0) {
    input.warnings.push_back(raw.id + ": halves of surrogate pairs became U+FFFD");
    input.error = parse();
  }
  if (input.error) input.error->place = raw.place;
}

void find_publication_date(Document& document, const InputOptions& options) {
  if (document.published) return;
  document.published = find_dateline(document.text);
  if (document.published) {
    document.published_from = PublishedFrom::dateline;
  } else if (options.date) {
    document.published = options.date;
    document.published_from = PublishedFrom::option;
  }
}

}  // namespace

Input parse_document(const RawDocument& raw, const InputOptions& options) {
  Input input;
  input.document.id = raw.id;
  input.error = raw.error;
  if (input.error) return input;
  raw.format == InputFormat::jsonl ? parse_line(raw, options, input)
                                   : parse_text(raw, options, input);
  if (!input.error) find_publication_date(input.document, options);
  return input;
}

}  // namespace faktum
