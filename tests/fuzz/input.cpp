// Bytes of any kind of input, in pieces of any size: documents are valid UTF-8 or errors that say
// what is wrong, and how the bytes arrive makes no difference.
#include <memory>
#include <string>
#include <vector>

#include "input/parse_document.hpp"
#include "input/source.hpp"
#include "pieces.hpp"
#include "promise.hpp"
#include "text/decode.hpp"

namespace {

using namespace faktum;

// What lines are cut out of is not told by more bytes than have come.
std::unique_ptr<Source> opened(ByteStream stream, SourceContext& context) {
  const Origin origin{"input"};
  const InputFormat format = context.options.format;
  return is_cut_undecoded(format) ? open_format(std::move(stream), origin, context, format)
                                  : open_source(std::move(stream), origin, context);
}

std::vector<std::string> documents(std::string_view bytes, std::size_t piece,
                                   const InputOptions& options) {
  SourceContext context;
  context.options = options;
  std::vector<std::string> found;
  const auto source =
      opened(ByteStream(std::make_unique<Pieces>(std::string(bytes), piece)), context);
  if (source == nullptr) return found;
  for (RawDocument raw; source->next(raw);) {
    const Input input = parse_document(raw, context.options);
    promise(is_utf8(input.document.id), "an id is valid UTF-8");
    if (input.error) {
      promise(!input.error->code.empty() && !input.error->message.empty(), "errors say something");
      promise(is_utf8(input.error->to_string()), "an error is valid UTF-8");
      found.push_back(input.error->to_string());
    } else {
      promise(is_utf8(input.document.text), "a text is valid UTF-8");
      found.push_back(input.document.id + "\n" + input.document.text);
    }
  }
  return found;
}

}  // namespace

// The first byte says in what pieces the others come, the second what they are said to be.
int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < 2) return 0;
  InputOptions options;
  options.max_document_size = 1U << 16U;
  options.format = static_cast<InputFormat>(bytes[1] % 9);
  const std::string_view rest = text_of(bytes, size).substr(2);
  const auto at_once = documents(rest, rest.size() + 1, options);
  promise(documents(rest, 1U + bytes[0], options) == at_once, "pieces make no difference");
  return 0;
}
