// Texts and the built-in rules: facts are whole characters, in order and apart, the prefilter makes
// no difference, and what is written is JSON.
#include <nlohmann/json.hpp>
#include <string>

#include "faktum/faktum.hpp"
#include "output/writer.hpp"
#include "promise.hpp"
#include "text/decode.hpp"
#include "text/utf8.hpp"

namespace {

using namespace faktum;

Extractor made(bool prefilter) {
  return Extractor(RuleSetBuilder().builtin().prefilter(prefilter).build().value());
}

std::string written(OutputFormat format, const Document& document, const Extraction& extraction) {
  OutputOptions options;
  options.format = format;
  options.context = true;
  std::string out;
  make_writer(options)->document(document, extraction, {}, out);
  return out;
}

bool is_begin_of_character(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && !is_continuation(text[at]));
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static Extractor fast = made(true);
  static Extractor slow = made(false);
  Document document;
  document.id = "text";
  document.text = faktum::decode(text_of(bytes, size)).text;
  document.published = Date{std::chrono::year{2024}, std::chrono::month{8}, std::chrono::day{1}};
  const Extraction extraction = fast.extract(document);
  std::size_t end = 0;
  for (const Fact& fact : extraction.facts) {
    promise(fact.span.begin >= end && fact.span.end > fact.span.begin, "facts are in order, apart");
    end = fact.span.end;
    promise(is_begin_of_character(document.text, fact.span.begin) &&
                is_begin_of_character(document.text, end),
            "facts are whole characters");
  }
  const std::string line = written(OutputFormat::jsonl, document, extraction);
  promise(nlohmann::json::accept(line), "a document is JSON");
  promise(written(OutputFormat::jsonl, document, slow.extract(document)) == line,
          "the prefilter makes no difference");
  const std::string facts = written(OutputFormat::facts, document, extraction);
  for (std::string_view rest = facts; !rest.empty();) {
    const std::size_t line_end = rest.find('\n');
    promise(line_end != rest.npos && nlohmann::json::accept(rest.substr(0, line_end)),
            "a fact is a line of JSON");
    rest.remove_prefix(line_end + 1);
  }
  return 0;
}
