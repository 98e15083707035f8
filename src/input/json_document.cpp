#include "input/json_document.hpp"

#include <charconv>
#include <nlohmann/json.hpp>

#include "input/dateline.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

using Json = nlohmann::ordered_json;

Error field_error(const std::string& name, const std::string& what) {
  return {"input.field", "the field \"" + name + "\" " + what, {}, name};
}

// The field's text; nothing where it is missing or null.
std::optional<Error> read_text(const Json& object, const std::string& name,
                               std::optional<std::string>& text) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) return field_error(name, "is no string");
  text = found->get<std::string>();
  return std::nullopt;
}

std::optional<Error> read_id(const Json& object, const std::string& name, std::string& id) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return std::nullopt;
  if (found->is_string()) {
    id = found->get<std::string>();
  } else if (found->is_number_integer()) {
    id = found->dump();
  } else {
    return field_error(name, "is neither a string nor an integer");
  }
  return std::nullopt;
}

std::optional<Error> read_date(const Json& object, const std::string& name, Document& document) {
  std::optional<std::string> text;
  if (auto error = read_text(object, name, text)) return error;
  if (!text || text->empty()) return std::nullopt;
  document.published = parse_written_date(*text);
  if (!document.published) {
    return Error{
        "input.date", "the field \"" + name + "\" is no date; write it as YYYY-MM-DD", {}, *text};
  }
  document.published_from = PublishedFrom::field;
  return std::nullopt;
}

// The UTF-16 unit of the escape \uXXXX at `at`; 0 where there is none.
unsigned escaped_unit(std::string_view line, std::size_t at) {
  unsigned unit = 0;
  if (line.substr(at, 2) != "\\u" || line.size() < at + 6) return 0;
  const auto end = std::from_chars(line.data() + at + 2, line.data() + at + 6, unit, 16);
  return end.ptr == line.data() + at + 6 ? unit : 0;
}

}  // namespace

std::optional<Error> parse_json_document(std::string_view line, const JsonFields& fields,
                                         Document& document, KeptJson& kept) {
  const Json object = Json::parse(line, nullptr, false);
  if (object.is_discarded()) {
    return Error{"input.json", "this line is no valid JSON; write one object a line", {}, ""};
  }
  if (!object.is_object()) {
    return Error{"input.json", "this line is no JSON object; write one object a line", {}, ""};
  }
  if (auto error = read_id(object, fields.id, document.id)) return error;
  std::optional<std::string> text;
  if (auto error = read_text(object, fields.text, text)) return error;
  if (!text)
    return field_error(fields.text, "is missing; --text-field names the field that holds the text");
  document.text = std::move(*text);
  if (auto error = read_text(object, fields.title, document.title)) return error;
  if (auto error = read_date(object, fields.date, document)) return error;
  if (!fields.keep_others) return std::nullopt;
  for (const auto& [name, value] : object.items()) {
    if (name != fields.id && name != fields.text && name != fields.date && name != fields.title) {
      kept.emplace_back(name, value.dump());
    }
  }
  return std::nullopt;
}

std::size_t replace_lone_surrogates(std::string& line) {
  const auto is_high = [](unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; };
  const auto is_low = [](unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; };
  std::size_t replaced = 0;
  for (std::size_t at = 0; (at = line.find('\\', at)) != std::string::npos;) {
    const unsigned unit = escaped_unit(line, at);
    if (is_high(unit) && is_low(escaped_unit(line, at + 6))) {
      at += 12;
    } else if (is_high(unit) || is_low(unit)) {
      line.replace(at, 6, "\\ufffd");
      ++replaced;
      at += 6;
    } else {
      at += 2;  // any other escape; the four digits after \u hold no backslash
    }
  }
  return replaced;
}

}  // namespace faktum
