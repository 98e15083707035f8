// JSON over lines of any kind: an array of objects, or objects one after the other. Each is a
// document.
#include <algorithm>
#include <string>
#include <utility>

#include "input/json_nesting.hpp"
#include "input/source.hpp"
#include "text/decode.hpp"

namespace faktum {
namespace {

constexpr std::string_view between_objects = " \t\r\n,[]";

class JsonSource : public Source {
 public:
  JsonSource(ByteStream stream, const Origin& origin, SourceContext& context)
      : stream_(std::move(stream)), name_(origin.name), context_(context) {}

  bool next(RawDocument& raw) override {
    if (ended_) return false;
    if (stream_.position() == 0 &&
        stream_.peek(byte_order_mark.size()).starts_with(byte_order_mark)) {
      stream_.take(byte_order_mark.size());
    }
    skip_to_object();
    const std::string_view bytes = stream_.peek();
    if (bytes.empty() && !stream_.error()) return false;
    begin_document(raw, name_ + ":" + std::to_string(line_), {name_, line_, 0}, InputFormat::jsonl);
    if (bytes.empty()) {
      end(raw, *stream_.error());
    } else if (bytes.front() != '{') {
      end(raw, {"input.json",
                "this is no JSON object; write an array of objects, or an object a line. What "
                "follows is not read",
                {},
                ""});
    } else {
      read_object(raw);
    }
    return true;
  }

  [[nodiscard]] bool has_more() const override { return !ended_; }

  [[nodiscard]] bool is_ready() const override {
    std::string_view bytes = stream_.at_hand();
    bytes.remove_prefix(std::min(bytes.find_first_not_of(between_objects), bytes.size()));
    return JsonNesting().end_in(bytes) != std::string_view::npos;
  }

 private:
  void skip_to_object() {
    for (;;) {
      std::string_view bytes = stream_.peek();
      if (bytes.empty()) return;
      const std::size_t begin = bytes.find_first_not_of(between_objects);
      take(bytes.substr(0, begin));
      if (begin != std::string_view::npos) return;
    }
  }

  void read_object(RawDocument& raw) {
    raw.bytes.clear();
    bool fits = true;
    JsonNesting nesting;
    for (std::size_t end = std::string_view::npos; end == std::string_view::npos;) {
      const std::string_view bytes = stream_.peek();
      if (bytes.empty()) {
        return this->end(raw, stream_.error().value_or(
                                  Error{"input.json", "the file ends within this object", {}, ""}));
      }
      end = nesting.end_in(bytes);
      const std::string_view piece = bytes.substr(0, end);
      fits = fits && piece.size() <= context_.options.max_document_size - raw.bytes.size();
      if (fits) raw.bytes += piece;
      take(piece);
    }
    if (!fits) set_error(raw, too_large("object", context_));
  }

  void take(std::string_view bytes) {
    line_ += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    stream_.take(bytes.size());
  }

  void end(RawDocument& raw, Error error) {
    set_error(raw, std::move(error));
    ended_ = true;
  }

  ByteStream stream_;
  std::string name_;
  SourceContext& context_;
  std::size_t line_ = 1;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Source> json_source(ByteStream stream, const Origin& origin,
                                    SourceContext& context) {
  return std::make_unique<JsonSource>(std::move(stream), origin, context);
}

}  // namespace faktum
