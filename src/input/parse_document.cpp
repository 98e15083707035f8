#include "input/parse_document.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "html/article.hpp"
#include "html/declared_encoding.hpp"
#include "html/metadata.hpp"
#include "input/csv_table.hpp"
#include "input/dateline.hpp"
#include "input/json_members.hpp"
#include "input/timeml.hpp"
#include "text/characters.hpp"
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

// What the source declares, or the page itself where the source knows no better than UTF-8, which
// servers say of any page.
std::string declared_by(const RawDocument& raw) {
  const auto by_source = encoding_of_label(raw.encoding);
  const bool markup = raw.format == InputFormat::html || raw.format == InputFormat::timeml;
  if (!markup) return by_source.value_or("");
  if (by_source && *by_source != utf8_name) return *by_source;
  const std::string by_page = declared_encoding(raw.bytes);
  return by_page.empty() ? by_source.value_or("") : by_page;
}

std::string encoding_of(const RawDocument& raw, const InputOptions& options) {
  if (!raw.transcoded_from.empty()) return std::string(utf8_name);
  if (options.encoding != detected_encoding) return options.encoding;
  if (raw.format == InputFormat::jsonl) return std::string(utf8_name);
  return detect_encoding(raw.bytes, declared_by(raw));
}

// More than a tenth of a text that is no text in its encoding, but for a few signs in a short one.
bool is_garbage(const Decoded& decoded) {
  constexpr std::size_t few = 10;
  return decoded.replaced > few && decoded.replaced > count_code_points(decoded.text) / 10;
}

// simdjson looks at 64 bytes at once.
bool needs_no_decoding(std::string_view bytes) {
  return !bytes.starts_with(byte_order_mark) && simdjson::validate_utf8(bytes.data(), bytes.size());
}

// The document's bytes in UTF-8: themselves where they are, else in `room`. Empty, with
// input.error, where they are no text.
const std::string& decoded_text(const RawDocument& raw, const InputOptions& options, Input& input,
                                std::string& room) {
  const std::string encoding = encoding_of(raw, options);
  const bool is_sure =
      options.format != InputFormat::detect || options.encoding != detected_encoding;
  if (!is_sure && raw.format != InputFormat::jsonl && !is_wide(encoding) &&
      looks_binary(raw.bytes)) {
    input.error = Error{"input.binary",
                        "this is a binary file; if it is a text, say so with --input-format text "
                        "or name its encoding with --encoding",
                        raw.place, ""};
    return room;
  }
  input.document.encoding = raw.transcoded_from.empty() ? encoding : raw.transcoded_from;
  if (encoding == utf8_name && needs_no_decoding(raw.bytes)) return raw.bytes;
  Decoded decoded = decode(raw.bytes, encoding);
  if (is_garbage(decoded)) {
    input.error = Error{"input.encoding",
                        "much of this is no " + encoding + " (" + std::to_string(decoded.replaced) +
                            " invalid sequences); " +
                            (options.encoding == detected_encoding
                                 ? "name its encoding with --encoding"
                                 : "is it in another encoding than --encoding says?"),
                        raw.place, ""};
    return room;
  }
  if (decoded.replaced > 0) input.warnings.push_back(decode_warning(raw, decoded, encoding));
  return room = std::move(decoded.text);
}

void parse_text(const RawDocument& raw, const InputOptions& options, Input& input) {
  std::string room;
  const std::string& text = decoded_text(raw, options, input, room);
  if (&text == &room) {
    input.document.text = std::move(room);
  } else {
    input.document.text = text;
  }
}

void parse_page(const RawDocument& raw, const InputOptions& options, Input& input) {
  std::string room;
  const std::string& page = decoded_text(raw, options, input, room);
  if (input.error) return;
  HtmlArticle article = read_article(page);
  Document& document = input.document;
  document.text = std::move(article.text);
  document.title = std::move(article.title);
  document.language = std::move(article.language);
  document.published = article.published;
  if (document.published) document.published_from = PublishedFrom::html;
}

void parse_row(const RawDocument& raw, const InputOptions& options, Input& input) {
  std::string room;
  const std::string& row = decoded_text(raw, options, input, room);
  if (input.error) return;
  input.error =
      parse_csv_row(row, *raw.table, options.fields.keep_others, input.document, input.kept);
  if (input.error) input.error->place = raw.place;
}

void parse_xml(const RawDocument& raw, const InputOptions& options, Input& input) {
  std::string room;
  const std::string& xml = decoded_text(raw, options, input, room);
  if (input.error) return;
  input.error = parse_timeml(xml, input.document);
  if (input.error) input.error->place.file = raw.place.file;
}

void parse_line(const RawDocument& raw, const InputOptions& options, Input& input) {
  std::string room;
  const std::string& line = decoded_text(raw, options, input, room);
  if (input.error) return;
  const auto parse = [&](const std::string& json) {
    return parse_json_document(json, options.fields, input.document, input.kept);
  };
  input.error = parse(line);
  if (input.error && input.error->code == "input.json") {
    std::string mended = line;
    if (replace_lone_surrogates(mended) > 0) {
      input.warnings.push_back(raw.id + ": halves of surrogate pairs became U+FFFD");
      input.error = parse(mended);
    }
  }
  if (input.error) input.error->place = raw.place;
}

// Of a line that is too long the beginning is there, which may hold the id.
void read_leading_id(const RawDocument& raw, const InputOptions& options, Document& document) {
  const std::string begin = decode(raw.bytes, encoding_of(raw, options)).text;
  if (auto id = leading_id(begin, options.fields)) document.id = std::move(*id);
}

// A kept field "language" is what the document says of itself: it stands there in the output.
void take_language(KeptJson& kept, Document& document) {
  const auto is_language = [](const auto& field) {
    return field.first == "language" && field.second.starts_with('"');
  };
  const auto field = std::ranges::find_if(kept, is_language);
  if (field == kept.end()) return;
  document.language = language_tag(read_json_string(field->second).value_or(""));
  if (document.language) kept.erase(field);
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
  input.warnings = raw.warnings;
  input.error = raw.error;
  if (input.error) {
    if (raw.format == InputFormat::jsonl) read_leading_id(raw, options, input.document);
    return input;
  }
  switch (raw.format) {
    case InputFormat::jsonl:
      parse_line(raw, options, input);
      break;
    case InputFormat::html:
      parse_page(raw, options, input);
      break;
    case InputFormat::csv:
      parse_row(raw, options, input);
      break;
    case InputFormat::timeml:
      parse_xml(raw, options, input);
      break;
    case InputFormat::text:
    case InputFormat::json:
    case InputFormat::tsv:
    case InputFormat::warc:
    case InputFormat::detect:
      parse_text(raw, options, input);
      break;
  }
  if (input.error) return input;
  take_language(input.kept, input.document);
  find_publication_date(input.document, options);
  return input;
}

}  // namespace faktum
