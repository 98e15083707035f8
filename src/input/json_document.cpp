#include "input/json_document.hpp"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "input/dateline.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

using Json = nlohmann::ordered_json;

constexpr int deepest_kept = 1000;  // writing a field takes a stack as deep as it nests

// A field of a JSON object, whichever parser read it. Of fields with one name the last counts.
struct JsonField {
  enum class Type : std::uint8_t { absent, text, integer, other };

  Type type = Type::absent;
  std::string text;  // the string, or the integer's digits
};

JsonField field_of(const Json& object, const std::string& name) {
  if (name.empty()) return {};
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return {};
  if (found->is_string()) return {JsonField::Type::text, found->get<std::string>()};
  if (found->is_number_integer()) return {JsonField::Type::integer, found->dump()};
  return {JsonField::Type::other, {}};
}

JsonField field_of(const simdjson::dom::object& object, const std::string& name) {
  JsonField field;
  if (name.empty()) return field;
  for (const auto& [key, value] : object) {
    if (key != name) continue;
    field = {JsonField::Type::other, {}};
    if (value.is_null()) field.type = JsonField::Type::absent;
    if (value.is_string()) field = {JsonField::Type::text, std::string(std::string_view(value))};
    if (value.is_int64() || value.is_uint64()) {
      field = {JsonField::Type::integer, simdjson::to_string(value)};
    }
  }
  return field;
}

Error field_error(const std::string& name, const std::string& what) {
  return {"input.field", "the field \"" + name + "\" " + what, {}, name};
}

// The field's text; nothing where it is missing or null.
std::optional<Error> read_text(JsonField field, const std::string& name,
                               std::optional<std::string>& text) {
  if (field.type == JsonField::Type::absent) return std::nullopt;
  if (field.type != JsonField::Type::text) return field_error(name, "is no string");
  text = std::move(field.text);
  return std::nullopt;
}

std::optional<Error> read_id(JsonField field, const std::string& name, std::string& id) {
  if (field.type == JsonField::Type::absent) return std::nullopt;
  if (field.type == JsonField::Type::other) {
    return field_error(name, "is neither a string nor an integer");
  }
  id = std::move(field.text);
  return std::nullopt;
}

std::optional<Error> read_date(JsonField field, const std::string& name, Document& document) {
  std::optional<std::string> text;
  if (auto error = read_text(std::move(field), name, text)) return error;
  return text ? set_written_date(*text, name, document) : std::nullopt;
}

template <typename Object>
std::optional<Error> fill(const Object& object, const JsonFields& fields, Document& document) {
  if (auto error = read_id(field_of(object, fields.id), fields.id, document.id)) return error;
  std::optional<std::string> text;
  if (auto error = read_text(field_of(object, fields.text), fields.text, text)) return error;
  if (!text) {
    return field_error(fields.text, "is missing; --text-field names the field that holds the text");
  }
  document.text = std::move(*text);
  if (auto error = read_text(field_of(object, fields.title), fields.title, document.title)) {
    return error;
  }
  return read_date(field_of(object, fields.date), fields.date, document);
}

// The UTF-16 unit of the escape \uXXXX at `at`; 0 where there is none.
unsigned escaped_unit(std::string_view line, std::size_t at) {
  unsigned unit = 0;
  if (line.substr(at, 2) != "\\u" || line.size() < at + 6) return 0;
  const auto end = std::from_chars(line.data() + at + 2, line.data() + at + 6, unit, 16);
  return end.ptr == line.data() + at + 6 ? unit : 0;
}

}  // namespace

std::optional<Error> parse_json_document(const std::string& line, const JsonFields& fields,
                                         Document& document, KeptJson& kept) {
  // simdjson is the faster, but refuses what is valid JSON too (numbers of 30 digits).
  thread_local simdjson::dom::parser parser;
  simdjson::dom::object fast;
  if (!fields.keep_others && parser.parse(line).get(fast) == simdjson::SUCCESS) {
    return fill(fast, fields, document);
  }
  int depth = 0;
  const auto watch = [&](int at, Json::parse_event_t, const Json&) {
    depth = std::max(depth, at);
    return true;
  };
  const Json object =
      Json::parse(line, fields.keep_others ? Json::parser_callback_t(watch) : nullptr, false);
  if (object.is_discarded()) {
    return Error{"input.json", "this line is no valid JSON; write one object a line", {}, ""};
  }
  if (!object.is_object()) {
    return Error{"input.json", "this line is no JSON object; write one object a line", {}, ""};
  }
  if (auto error = fill(object, fields, document)) return error;
  if (!fields.keep_others) return std::nullopt;
  if (depth > deepest_kept) {
    return Error{"input.json",
                 "the fields of this line nest deeper than " + std::to_string(deepest_kept) +
                     "; it is read without --keep-fields",
                 {},
                 ""};
  }
  for (const auto& [name, value] : object.items()) {
    const bool read = !name.empty() && (name == fields.id || name == fields.text ||
                                        name == fields.date || name == fields.title);
    if (!read) kept.emplace_back(name, value.dump());
  }
  return std::nullopt;
}

std::optional<Error> set_written_date(const std::string& text, const std::string& field,
                                      Document& document) {
  if (text.empty() || text == "None") return std::nullopt;
  document.published = parse_written_date(text);
  if (!document.published) {
    return Error{
        "input.date", "the field \"" + field + "\" is no date; write it as YYYY-MM-DD", {}, text};
  }
  document.published_from = PublishedFrom::field;
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
