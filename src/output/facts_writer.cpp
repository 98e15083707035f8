#include "output/facts_writer.hpp"

#include "output/flat_fact.hpp"
#include "output/records.hpp"

namespace faktum {

void FactsWriter::document(const Document& document, const Extraction& extraction,
                           const KeptFields&, std::string& out) {
  measure(document.text, extraction.facts, options_.offsets, offsets_);
  for (std::size_t i = 0; i < extraction.facts.size(); ++i) {
    const Fact& fact = extraction.facts[i];
    JsonText json(out, JsonText::Layout::compact);
    json.open_object();
    json.key("id");
    json.string(document.id);
    write_place(json, fact, offsets_.facts[i], document.text);
    const ValueRow row = flatten(fact.value, groups_);
    for (std::size_t column = 0; column < row.size(); ++column) {
      json.key(value_columns[column]);
      write_field(json, row[column]);
    }
    write_origin(json, fact, extraction, document.text, options_.context);
    json.close_object();
    out += '\n';
  }
}

void FactsWriter::failure(std::string_view id, const Error& error, std::string& out) {
  JsonText json(out, JsonText::Layout::compact);
  write_failure(json, id, error);
  out += '\n';
}

}  // namespace faktum
