// JSONL: a document a line. Blank lines are no documents.
#include <string>
#include <utility>

#include "input/source.hpp"

namespace faktum {
namespace {

class LineSource : public Source {
 public:
  LineSource(ByteStream stream, const Origin& origin, SourceContext& context)
      : stream_(std::move(stream)), name_(origin.name), context_(context) {}

  bool next(RawDocument& raw) override {
    Cut cut = Cut::none;
    do {
      if (ended_) return false;
      cut = stream_.read_line(raw.bytes, context_.options.max_document_size);
      ended_ = cut == Cut::none;
      ++line_;
    } while (cut == Cut::whole && raw.bytes.find_first_not_of(" \t\r\n") == std::string::npos);
    if (ended_ && !stream_.error()) return false;
    begin_document(raw, name_ + ":" + std::to_string(line_), {name_, line_, 0}, InputFormat::jsonl);
    if (cut == Cut::too_large) pass_over(raw);
    if (ended_) set_error(raw, *stream_.error());
    return true;
  }

  [[nodiscard]] bool has_more() const override { return !ended_; }
  [[nodiscard]] bool is_ready() const override { return stream_.line_at_hand().has_value(); }

 private:
  void pass_over(RawDocument& raw) {
    constexpr std::size_t searched = std::size_t{1} << 16U;  // for the id
    std::string begin = raw.bytes.substr(0, searched);
    set_error(raw, too_large("line", context_));
    raw.bytes = std::move(begin);
  }

  ByteStream stream_;
  std::string name_;
  SourceContext& context_;
  std::size_t line_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Source> line_source(ByteStream stream, const Origin& origin,
                                    SourceContext& context) {
  return std::make_unique<LineSource>(std::move(stream), origin, context);
}

}  // namespace faktum
