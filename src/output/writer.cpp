#include "output/writer.hpp"

#include "output/document_writer.hpp"
#include "output/facts_writer.hpp"
#include "output/html_writer.hpp"
#include "output/listing_writer.hpp"
#include "output/table_writer.hpp"

namespace faktum {

std::unique_ptr<Writer> make_writer(const OutputOptions& options) {
  switch (options.format) {
    case OutputFormat::json:
    case OutputFormat::jsonl:
      return std::make_unique<DocumentWriter>(options);
    case OutputFormat::facts:
      return std::make_unique<FactsWriter>(options);
    case OutputFormat::csv:
    case OutputFormat::tsv:
      return std::make_unique<TableWriter>(options);
    case OutputFormat::html:
      return std::make_unique<HtmlWriter>();
    case OutputFormat::text:
      return std::make_unique<ListingWriter>(options);
  }
  return nullptr;
}

std::string_view name_of(PublishedFrom from) {
  switch (from) {
    case PublishedFrom::field:
      return "field";
    case PublishedFrom::html:
      return "html";
    case PublishedFrom::dateline:
      return "dateline";
    case PublishedFrom::option:
      return "option";
  }
  return {};
}

}  // namespace faktum
