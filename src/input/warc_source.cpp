// WARC: a document for each response with a page in it
// (https://iipc.github.io/warc-specifications/).
#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "input/http_message.hpp"
#include "input/source.hpp"
#include "text/decode.hpp"

namespace faktum {
namespace {

constexpr std::size_t header_limit = std::size_t{1} << 16U;
constexpr std::string_view record_begin = "WARC/";
constexpr std::string_view line_ends = "\r\n";

std::optional<InputFormat> format_of_type(const std::string& type) {
  if (type == "text/html" || type == "application/xhtml+xml") return InputFormat::html;
  return std::nullopt;
}

struct Record {
  std::string type;
  std::string uri;
  MediaType media;
  std::uint64_t length = 0;
};

void skip_blank_lines(ByteStream& stream) {
  for (std::string_view next = stream.peek();
       !next.empty() && line_ends.find(next.front()) != line_ends.npos; next = stream.peek()) {
    stream.take(1);
  }
}

// A stream that can look behind a block of any length. What was looked at is held until it is
// taken.
class Lookahead {
 public:
  explicit Lookahead(ByteStream stream) : stream_(std::move(stream)) {}

  // See ByteStream.
  std::string_view peek(std::size_t at_least = 1) {
    if (held().empty()) return stream_.peek(at_least);
    hold(at_least);
    return held();
  }
  bool recover() { return stream_.recover(); }
  [[nodiscard]] bool intact() const { return stream_.intact(); }
  [[nodiscard]] std::optional<Error> error() const { return stream_.error(); }

  // Replaces `line` by the next line without its end, by nothing where it is over the limit of
  // headers. False at the end, and where an error cuts the last line off.
  bool read_line(std::string& line) {
    line.clear();
    bool any = false;
    bool fits = true;
    for (std::string_view next = peek(); !next.empty(); next = peek()) {
      any = true;
      const std::size_t end = next.find('\n');
      const std::string_view piece = next.substr(0, end);
      fits = fits && line.size() + piece.size() <= header_limit;
      fits ? line.append(piece) : line.erase();
      const bool ended = end != next.npos;
      take(piece.size() + (ended ? 1 : 0));
      if (ended) return true;
    }
    return any && !error();
  }

  void skip_blank_lines() {
    take(std::min(held().find_first_not_of(line_ends), held().size()));
    if (held().empty()) faktum::skip_blank_lines(stream_);
  }

  // Holds the next `size` bytes; false where the end comes before.
  bool hold(std::size_t size) {
    if (begin_ > held().size()) held_.erase(0, std::exchange(begin_, 0));
    while (held().size() < size) {
      const std::string_view next = stream_.peek().substr(0, size - held().size());
      if (next.empty()) return false;
      held_ += next;
      stream_.take(next.size());
    }
    return true;
  }

  // What comes behind the next `length` bytes and blank lines, enough to tell a record by it;
  // nothing where the end comes before. What is not held on the way is passed over.
  std::optional<std::string_view> behind(std::uint64_t length) {
    if (length > held().size()) {
      const std::uint64_t rest = length - held().size();
      if (stream_.skip(rest) < rest) return std::nullopt;
      length = held().size();
    }
    const std::size_t next = held().find_first_not_of(line_ends, length);
    if (next == std::string_view::npos) {
      faktum::skip_blank_lines(stream_);
      return stream_.peek(record_begin.size());
    }
    hold(next + record_begin.size());
    return held().substr(next);
  }

  // Replaces `bytes` by the next `size` bytes, which are held.
  void take_held(std::size_t size, std::string& bytes) {
    if (size == held_.size()) {
      bytes.swap(held_);
      held_.clear();
    } else {
      bytes = held().substr(0, size);
      take(size);
    }
  }

 private:
  [[nodiscard]] std::string_view held() const { return std::string_view(held_).substr(begin_); }

  void take(std::size_t count) {
    if (held().empty()) return stream_.take(count);
    begin_ += count;
    if (!held().empty()) return;
    held_ = {};
    begin_ = 0;
  }

  ByteStream stream_;
  std::string held_;  // from `begin_` on
  std::size_t begin_ = 0;
};

class WarcSource : public Source {
 public:
  WarcSource(ByteStream stream, const Origin& origin, SourceContext& context)
      : stream_(std::move(stream)), name_(origin.name), context_(context) {}

  bool next(RawDocument& raw) override {
    while (!ended_) {
      if (!at_record_) {
        stream_.skip_blank_lines();
        if (stream_.peek().empty() && !stream_.error()) break;
      }
      begin_document(raw, name_, {name_, 0, 0}, InputFormat::html);
      at_record_ = false;
      if (read_record(raw)) return true;
    }
    end();
    return false;
  }

 private:
  // Reads a record; true where `raw` is a document or an error, false where the record is none.
  bool read_record(RawDocument& raw) {
    raw.bytes.clear();
    Record record;
    if (auto error = read_header(record)) return resume(raw, std::move(*error));
    if (!record.uri.empty()) raw.id = record.uri;
    if (auto error = read_block(record, raw.bytes)) return resume(raw, std::move(*error));
    return cut_document(record, raw);
  }

  std::optional<Error> read_header(Record& record) {
    std::string header;
    std::string line;
    do {
      if (!stream_.read_line(line)) return why_ended();
      const bool first = header.empty();
      if (first ? !line.starts_with(record_begin) : header.size() > header_limit) return damaged();
      header += line + '\n';
    } while (!line.empty() && line != "\r");
    HeaderFields fields;
    const std::string_view length_field = [&] {
      const bool whole = fields.parse(std::string_view(header).substr(header.find('\n') + 1));
      return whole ? fields.get("content-length") : std::string_view{};
    }();
    const char* end = length_field.data() + length_field.size();
    const auto length = std::from_chars(length_field.data(), end, record.length);
    record.type = fields.get("warc-type");
    if (length_field.empty() || length.ptr != end || length.ec != std::errc{} ||
        record.type.empty()) {
      return damaged();
    }
    std::string_view uri = fields.get("warc-target-uri");
    if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
    record.uri = decode(uri).text;
    record.media = parse_media_type(fields.get("content-type"));
    return std::nullopt;
  }

  // Replaces `bytes` by the record's block, or by the beginning of one that is too large, and goes
  // behind it; stays before it where it is none.
  std::optional<Error> read_block(const Record& record, std::string& bytes) {
    const std::size_t limit = context_.options.max_document_size;
    const auto size = static_cast<std::size_t>(
        std::min<std::uint64_t>(record.length, std::uint64_t{limit} + header_limit));
    const auto behind = stream_.hold(size) ? stream_.behind(record.length) : std::nullopt;
    if (!behind) return why_ended();
    if (behind->empty() && stream_.error() && !stream_.intact()) return *stream_.error();
    if (!behind->empty() && !behind->starts_with(record_begin)) return damaged();
    stream_.take_held(size, bytes);
    return std::nullopt;
  }

  bool cut_document(const Record& record, RawDocument& raw) {
    if (record.type == "response") return cut_response(record, raw);
    const bool text = record.type == "conversion" && record.media.name == "text/plain";
    const auto format = text ? InputFormat::text : format_of_type(record.media.name);
    const bool document = record.type == "conversion" || record.type == "resource";
    if (!document) return skip(record.type);
    if (!format) return skip("not HTML");
    raw.format = *format;
    raw.encoding = record.media.encoding;
    if (text && raw.encoding.empty()) raw.encoding = utf8_name;  // as the format says
    if (record.length > context_.options.max_document_size) {
      set_error(raw, too_large("document", context_));
    }
    return true;
  }

  bool cut_response(const Record& record, RawDocument& raw) {
    if (!record.media.name.empty() && record.media.name != "application/http") {
      return skip("not HTTP");
    }
    const auto head = parse_http_head(raw.bytes);
    if (!head) return skip("not HTTP");
    if (head->status < 200 || head->status > 299) {
      return skip("status " + std::to_string(head->status));
    }
    if (!format_of_type(head->type.name)) return skip("not HTML");
    raw.encoding = head->type.encoding;
    const std::size_t limit = context_.options.max_document_size;
    if (record.length - head->body_begin > limit) {
      set_error(raw, too_large("document", context_));
      return true;
    }
    raw.bytes.erase(0, head->body_begin);
    if (auto error = unpack_body(*head, limit, raw.bytes)) set_error(raw, std::move(*error));
    return true;
  }

  bool skip(const std::string& why) {
    ++skipped_[why];
    return false;
  }

  // Gives the error out, and goes to where the next record begins: perhaps within the block, as its
  // length may be wrong.
  bool resume(RawDocument& raw, Error error) {
    set_error(raw, std::move(error));
    std::string line;
    for (;;) {
      if (stream_.peek(7).starts_with("WARC/1.") || stream_.peek(7).starts_with("WARC/0.")) break;
      if (stream_.read_line(line)) continue;
      if (stream_.error() && stream_.recover()) continue;
      ended_ = true;
      break;
    }
    at_record_ = !ended_;
    return true;
  }

  void end() {
    ended_ = true;
    std::size_t count = 0;
    std::string reasons;
    for (const auto& [why, times] : skipped_) {
      count += times;
      reasons += (reasons.empty() ? "" : ", ") + why + " " + std::to_string(times);
    }
    if (count == 0) return;
    context_.warnings.push_back(name_ + ": " + std::to_string(count) +
                                (count == 1 ? " record" : " records") + " skipped (" + reasons +
                                ")");
    skipped_.clear();
  }

  static Error damaged() {
    return {"input.record", "this WARC record is damaged; the next one is looked for", {}, ""};
  }

  [[nodiscard]] Error why_ended() const {
    return stream_.error().value_or(
        Error{"input.truncated", "the WARC record ends too early: it is cut off", {}, ""});
  }

  Lookahead stream_;
  std::string name_;
  SourceContext& context_;
  std::map<std::string, std::size_t> skipped_;  // why and how often
  bool at_record_ = false;                      // "WARC/" has been seen
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Source> warc_source(ByteStream stream, const Origin& origin,
                                    SourceContext& context) {
  return std::make_unique<WarcSource>(std::move(stream), origin, context);
}

}  // namespace faktum
