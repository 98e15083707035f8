// One document of all bytes, and one that is but an error.
#include <string>
#include <utility>

#include "input/source.hpp"

namespace faktum {
namespace {

class WholeSource : public Source {
 public:
  WholeSource(ByteStream stream, const Origin& origin, SourceContext& context, InputFormat format)
      : stream_(std::move(stream)), name_(origin.name), context_(context), format_(format) {}

  bool next(RawDocument& raw) override {
    if (done_) return false;
    done_ = true;
    begin_document(raw, name_, {name_, 0, 0}, format_);
    switch (stream_.read_rest(raw.bytes, context_.options.max_document_size)) {
      case Cut::whole:
        break;
      case Cut::too_large:
        set_error(raw, too_large("document", context_));
        break;
      case Cut::none:
        set_error(raw, *stream_.error());
        break;
    }
    return true;
  }

  [[nodiscard]] bool has_more() const override { return !done_; }

 private:
  ByteStream stream_;
  std::string name_;
  SourceContext& context_;
  InputFormat format_;
  bool done_ = false;
};

class ErrorSource : public Source {
 public:
  ErrorSource(std::string name, Error error) : name_(std::move(name)), error_(std::move(error)) {}

  bool next(RawDocument& raw) override {
    if (done_) return false;
    done_ = true;
    begin_document(raw, name_, {name_, 0, 0}, InputFormat::text);
    set_error(raw, error_);
    return true;
  }

  [[nodiscard]] bool has_more() const override { return !done_; }

 private:
  std::string name_;
  Error error_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Source> whole_source(ByteStream stream, const Origin& origin,
                                     SourceContext& context, InputFormat format) {
  return std::make_unique<WholeSource>(std::move(stream), origin, context, format);
}

std::unique_ptr<Source> error_source(const Origin& origin, Error error) {
  return std::make_unique<ErrorSource>(origin.name, std::move(error));
}

}  // namespace faktum
