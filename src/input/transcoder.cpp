#include "input/transcoder.hpp"

#include <unicode/ucnv.h>

#include <array>
#include <string_view>
#include <utility>

#include "text/encoding.hpp"

namespace faktum {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(std::string_view encoding) {
  UErrorCode status = U_ZERO_ERROR;
  return {ucnv_open(std::string(encoding).c_str(), &status), &ucnv_close};
}

class Transcoder : public ByteReader {
 public:
  Transcoder(const std::string& encoding, ByteStream input)
      : from_(open_converter(encoding)), to_(open_converter(utf8_name)), input_(std::move(input)) {}

  std::size_t read(char* into, std::size_t size) override {
    char* target = into;
    while (target == into && !ended_) {
      const std::string_view in = input_.peek();
      if (in.empty() && input_.error()) return fail(*input_.error());
      const char* source = in.data();
      UErrorCode status = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &target, into + size, &source, in.data() + in.size(),
                     pivot_.data(), &pivot_source_, &pivot_target_, pivot_.data() + pivot_.size(),
                     0, in.empty() ? 1 : 0, &status);
      input_.take(static_cast<std::size_t>(source - in.data()));
      ended_ = status != U_BUFFER_OVERFLOW_ERROR && (in.empty() || source == in.data());
    }
    return static_cast<std::size_t>(target - into);
  }

 private:
  Converter from_;
  Converter to_;
  ByteStream input_;
  std::array<UChar, 4096> pivot_{};  // between the two converters
  UChar* pivot_source_ = pivot_.data();
  UChar* pivot_target_ = pivot_.data();
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<ByteReader> transcode(const std::string& encoding, ByteStream input) {
  return std::make_unique<Transcoder>(encoding, std::move(input));
}

}  // namespace faktum
