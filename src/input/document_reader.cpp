#include "input/document_reader.hpp"

#include <algorithm>

#include "input/dateline.hpp"
#include "text/decode.hpp"

namespace faktum {
namespace {

constexpr std::string_view white_space = " \t\r\n";

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Whether the first bytes look like a JSON object with a key.
bool looks_like_json(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  const std::size_t brace = bytes.find_first_not_of(white_space);
  if (brace == std::string_view::npos || bytes[brace] != '{') return false;
  const std::size_t next = bytes.find_first_not_of(white_space, brace + 1);
  return next == std::string_view::npos || bytes[next] == '"' || bytes[next] == '}';
}

std::size_t line_of(std::string_view bytes, std::size_t at) {
  return 1 + static_cast<std::size_t>(
                 std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

std::string decode_warning(const std::string& file, std::size_t line, const Decoded& decoded,
                           const std::string& encoding) {
  return file + ":" + std::to_string(line) + ": " + std::to_string(decoded.replaced) + " invalid " +
         encoding + (decoded.replaced == 1 ? " sequence was" : " sequences were") +
         " replaced by U+FFFD, the first at byte " + std::to_string(decoded.first_replaced);
}

void reset(Input& input) {
  input.document = Document{};
  input.error.reset();
  input.kept.clear();
  input.warnings.clear();
}

}  // namespace

DocumentReader::DocumentReader(std::vector<std::string> paths, InputOptions options)
    : paths_(std::move(paths)), options_(std::move(options)) {}

bool DocumentReader::next(Input& input) {
  reset(input);
  while (!(lines_ && next_line(input))) {
    lines_.reset();
    if (path_ == paths_.size()) return false;
    if (open_next(input)) break;
  }
  Document& document = input.document;
  if (input.error || document.published) return true;
  document.published = find_dateline(document.text);
  if (document.published) {
    document.published_from = PublishedFrom::dateline;
  } else if (options_.date) {
    document.published = options_.date;
    document.published_from = PublishedFrom::option;
  }
  return true;
}

// Opens the next path; true when it gave a document or an error, false when it holds lines.
bool DocumentReader::open_next(Input& input) {
  const std::string& path = paths_[path_++];
  file_ = decode(path).text;  // a path may be any bytes, an id may not
  auto stream = ByteStream::open(path);
  if (!stream) {
    input.document.id = file_;
    input.error = stream.errors().front();
    input.error->place.file = file_;
    return true;
  }
  lines_ = std::move(stream).value();
  line_ = 0;
  const bool json = options_.format == InputFormat::jsonl ||
                    (options_.format == InputFormat::detect &&
                     (ends_with(path, ".jsonl") || ends_with(path, ".ndjson") ||
                      looks_like_json(lines_->peek())));
  if (json) return false;
  read_text(input);
  return true;
}

void DocumentReader::read_text(Input& input) {
  input.document.id = file_;
  lines_->read_rest(bytes_);
  if (lines_->error()) {
    input.error = lines_->error();
  } else if (options_.encoding == utf8_name && looks_binary(bytes_)) {
    input.error = Error{"input.binary",
                        "this is a binary file or UTF-16; convert it to UTF-8 text or name its "
                        "encoding with --encoding",
                        {file_, 0, 0},
                        ""};
  } else {
    const std::string encoding = encoding_of(bytes_);
    Decoded decoded = decode(bytes_, encoding);
    if (decoded.replaced > 0) {
      input.warnings.push_back(
          decode_warning(file_, line_of(bytes_, decoded.first_replaced), decoded, encoding));
    }
    input.document.text = std::move(decoded.text);
  }
  lines_.reset();
}

std::string DocumentReader::encoding_of(std::string_view bytes) const {
  return options_.encoding == detected_encoding ? detect_encoding(bytes) : options_.encoding;
}

bool DocumentReader::next_line(Input& input) {
  do {
    if (!lines_->read_line(bytes_)) {
      if (!lines_->error()) return false;
      input.document.id = file_;
      input.error = lines_->error();
      lines_.reset();
      return true;
    }
    ++line_;
  } while (bytes_.find_first_not_of(white_space) == std::string::npos);
  const std::string encoding = encoding_of(bytes_);
  Decoded decoded = decode(bytes_, encoding);
  if (decoded.replaced > 0) {
    input.warnings.push_back(decode_warning(file_, line_, decoded, encoding));
  }
  input.document.id = file_ + ":" + std::to_string(line_);
  const auto parse = [&] {
    return parse_json_document(decoded.text, options_.fields, input.document, input.kept);
  };
  input.error = parse();
  if (input.error && input.error->code == "input.json" &&
      replace_lone_surrogates(decoded.text) > 0) {
    input.warnings.push_back(input.document.id + ": halves of surrogate pairs became U+FFFD");
    input.error = parse();
  }
  if (input.error) input.error->place = {file_, line_, 0};
  return true;
}

}  // namespace faktum
