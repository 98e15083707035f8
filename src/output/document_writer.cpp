#include "output/document_writer.hpp"

#include <algorithm>
#include <array>

#include "output/records.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

constexpr std::array<std::string_view, 11> document_keys = {
    "id",     "title", "published",  "published_from", "language", "encoding",
    "length", "facts", "statements", "text",           "error"};

}  // namespace

bool is_document_key(std::string_view name) {
  return std::find(document_keys.begin(), document_keys.end(), name) != document_keys.end();
}

void DocumentWriter::document(const Document& document, const Extraction& extraction,
                              const KeptFields& kept, std::string& out) {
  constexpr std::size_t usual_size = 400;  // of a fact on one line
  out.reserve(out.size() + extraction.facts.size() * usual_size);
  measure(document.text, extraction.facts, options_.offsets, offsets_);
  JsonText json = begin(out);
  json.open_object();
  json.key("id");
  json.string(document.id);
  json.key("title");
  document.title ? json.string(*document.title) : json.null();
  json.key("published");
  document.published ? json.string(to_iso(*document.published)) : json.null();
  json.key("published_from");
  document.published_from ? json.string(name_of(*document.published_from)) : json.null();
  json.key("language");
  document.language ? json.string(*document.language) : json.null();
  json.key("encoding");
  document.encoding ? json.string(*document.encoding) : json.null();
  json.key("length");
  json.integer(offsets_.length);
  json.key("facts");
  json.open_array();
  for (std::size_t i = 0; i < extraction.facts.size(); ++i) {
    const Fact& fact = extraction.facts[i];
    json.open_object();
    write_place(json, fact, offsets_.facts[i], document.text);
    json.key("value");
    write_value(json, fact.value);
    write_origin(json, fact, extraction, document.text, options_.context);
    json.close_object();
  }
  json.close_array();
  json.key("statements");
  json.open_array();
  json.close_array();
  if (options_.with_text) {
    json.key("text");
    json.string(document.text);
  }
  for (const auto& [name, value] : kept) {
    if (is_document_key(name)) continue;
    json.any_key(name);
    json.raw(value);
  }
  json.close_object();
  end(out);
}

void DocumentWriter::failure(std::string_view id, const Error& error, std::string& out) {
  JsonText json = begin(out);
  write_failure(json, id, error);
  end(out);
}

JsonText DocumentWriter::begin(std::string& out) const {
  if (options_.format == OutputFormat::jsonl) return {out, JsonText::Layout::compact};
  out += "  ";
  return {out, JsonText::Layout::indented, 1};
}

void DocumentWriter::end(std::string& out) const {
  if (options_.format == OutputFormat::jsonl) out += '\n';
}

}  // namespace faktum
