#include "input/document_source.hpp"

#include <filesystem>
#include <string_view>
#include <utility>

#include "html/declared_encoding.hpp"
#include "input/interruption.hpp"
#include "text/decode.hpp"

namespace faktum {
namespace {

constexpr std::string_view white_space = " \t\r\n";

// Whether the first bytes look like a JSON object with a key.
bool looks_like_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t brace = bytes.find_first_not_of(white_space);
  if (brace == std::string_view::npos || bytes[brace] != '{') return false;
  const std::size_t next = bytes.find_first_not_of(white_space, brace + 1);
  return next == std::string_view::npos || bytes[next] == '"' || bytes[next] == '}';
}

InputFormat format_of(std::string_view path, std::string_view bytes) {
  if (path.ends_with(".jsonl") || path.ends_with(".ndjson") || looks_like_json(bytes)) {
    return InputFormat::jsonl;
  }
  const bool html = path.ends_with(".html") || path.ends_with(".htm") || path.ends_with(".xhtml");
  return html || looks_like_html(bytes) ? InputFormat::html : InputFormat::text;
}

}  // namespace

DocumentSource::DocumentSource(std::vector<std::string> paths, InputFormat format)
    : paths_(std::move(paths)), wanted_(format) {}

bool DocumentSource::next(RawDocument& raw) {
  raw.error.reset();
  while (!(stream_ && next_line(raw))) {
    close();
    if (path_ == paths_.size()) return false;
    if (open_next(raw)) break;
  }
  return interrupted() == 0;  // what was cut short is no document
}

std::uint64_t DocumentSource::bytes_read() const {
  return bytes_of_done_ + (stream_ ? stream_->bytes_read() : 0);
}

std::optional<std::uint64_t> DocumentSource::total_bytes() const {
  std::uint64_t total = 0;
  for (const std::string& path : paths_) {
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (error) return std::nullopt;
    total += size;
  }
  return total;
}

bool DocumentSource::is_ready() const {
  if (stream_) return stream_->has_line();
  std::error_code error;
  return path_ < paths_.size() && std::filesystem::is_regular_file(paths_[path_], error);
}

void DocumentSource::close() {
  if (stream_) bytes_of_done_ += stream_->bytes_read();
  stream_.reset();
}

// Opens the next path; true when it gave a document or an error, false when it holds lines.
bool DocumentSource::open_next(RawDocument& raw) {
  const std::string& path = paths_[path_++];
  file_ = decode(path).text;  // a path may be any bytes, an id may not
  line_ = 0;
  raw.id = file_;
  raw.place = {file_, 0, 0};
  auto stream = ByteStream::open(path);
  if (!stream) {
    raw.error = stream.errors().front();
    raw.error->place = raw.place;
    return true;
  }
  stream_ = std::move(stream).value();
  raw.format = wanted_ == InputFormat::detect ? format_of(path, stream_->peek()) : wanted_;
  if (raw.format == InputFormat::jsonl) return false;
  read_all(raw);
  return true;
}

void DocumentSource::read_all(RawDocument& raw) {
  stream_->read_rest(raw.bytes);
  raw.error = stream_->error();
  close();
}

bool DocumentSource::next_line(RawDocument& raw) {
  do {
    if (!stream_->read_line(raw.bytes)) {
      if (!stream_->error()) return false;
      raw.id = file_;
      raw.error = stream_->error();
      close();
      return true;
    }
    ++line_;
  } while (raw.bytes.find_first_not_of(white_space) == std::string::npos);
  raw.id = file_ + ":" + std::to_string(line_);
  raw.place = {file_, line_, 0};
  raw.format = InputFormat::jsonl;
  return true;
}

}  // namespace faktum
