#include "output/table_writer.hpp"

#include "output/context.hpp"
#include "output/flat_fact.hpp"
#include "output/json_text.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

struct CellText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::string_view text) const { return std::string(text); }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(Date date) const { return to_iso(date); }
  std::string operator()(double number) const {
    std::string text;
    append_number(text, number);
    return text;
  }
};

}  // namespace

void TableWriter::header(std::string& out) const {
  for (const std::string_view column : {"id", "kind", "text", "start", "end", "sentence"}) {
    cell(column, out);
  }
  for (const std::string_view column : value_columns) cell(column, out);
  cell("rule", out);
  if (options_.context) cell("context", out);
  end_row(out);
}

void TableWriter::document(const Document& document, const Extraction& extraction,
                           const KeptFields&, std::string& out) {
  measure(document.text, extraction.facts, options_.offsets, offsets_);
  for (std::size_t i = 0; i < extraction.facts.size(); ++i) {
    const Fact& fact = extraction.facts[i];
    cell(document.id, out);
    cell(fact.kind, out);
    cell(fact.span.of(document.text), out);
    cell(std::to_string(offsets_.facts[i].begin), out);
    cell(std::to_string(offsets_.facts[i].end), out);
    cell(std::to_string(fact.sentence), out);
    for (const FieldValue& field : flatten(fact.value, groups_)) {
      cell(std::visit(CellText{}, field), out);
    }
    cell(fact.rule, out);
    if (options_.context) cell(context_of(fact, extraction, document.text), out);
    end_row(out);
  }
}

// Every cell is written with the separator after it; the row's end takes the last one back.
void TableWriter::cell(std::string_view text, std::string& out) const {
  const char separator = tabs_ ? '\t' : ',';
  const bool quoted = text.find_first_of("\"\r\n") != std::string_view::npos ||
                      text.find(separator) != std::string_view::npos;
  if (quoted) out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  if (quoted) out += '"';
  out += separator;
}

void TableWriter::end_row(std::string& out) const {
  out.pop_back();
  out += tabs_ ? "\n" : "\r\n";
}

}  // namespace faktum
