// A document or a failure -> its text in an output format. Framing puts such texts together.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faktum/error.hpp"
#include "faktum/extractor.hpp"
#include "output/offsets.hpp"

namespace faktum {

enum class OutputFormat : std::uint8_t { json, jsonl, facts, csv, tsv, html, text };

struct OutputOptions {
  OutputFormat format = OutputFormat::jsonl;
  OffsetUnit offsets = OffsetUnit::codepoint;
  bool context = false;     // each fact's sentence
  bool with_text = false;   // the document's text (json and jsonl)
  bool colour = false;      // text only
  std::size_t width = 100;  // columns, text only
};

// Fields of the input that the output carries on: name and JSON on one line, in input order.
using KeptFields = std::vector<std::pair<std::string, std::string>>;

// Knows nothing of the documents before: many threads, each with a writer of its own, write parts
// of one output. Each member function appends to `out`.
class Writer {
 public:
  virtual ~Writer() = default;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  virtual void document(const Document&, const Extraction&, const KeptFields&,
                        std::string& out) = 0;
  // A document that could not be read. Only json, jsonl, facts and html have a place for it.
  virtual void failure(std::string_view, const Error&, std::string&) {}

 protected:
  Writer() = default;
};

[[nodiscard]] std::unique_ptr<Writer> make_writer(const OutputOptions&);

[[nodiscard]] std::string_view name_of(PublishedFrom);

}  // namespace faktum
