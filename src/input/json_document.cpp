#include "input/json_document.hpp"

#include <simdjson.h>

#include <charconv>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "input/dateline.hpp"
#include "input/json_members.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

constexpr std::size_t deepest_kept = 1000;  // few programs read what nests deeper

struct JsonField {
  enum class Type : std::uint8_t { absent, text, integer, other };

  Type type = Type::absent;
  std::string text;  // the string, or the integer's digits
};

struct DocumentFields {
  JsonField id, text, date, title;
};

JsonField field_of(const simdjson::dom::element& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return {JsonField::Type::text, std::string(std::string_view(value))};
  if (value.is_int64() || value.is_uint64()) {
    return {JsonField::Type::integer, simdjson::to_string(value)};
  }
  return {JsonField::Type::other, {}};
}

JsonField field_of(std::string_view json) {
  if (json == "null") return {};
  if (json.starts_with('"')) return {JsonField::Type::text, read_json_string(json).value_or("")};
  const bool integer = json.find_first_not_of("-0123456789") == std::string_view::npos;
  if (!integer) return {JsonField::Type::other, {}};
  return {JsonField::Type::integer, json == "-0" ? "0" : std::string(json)};
}

// Whether the member is one of those that are read.
template <typename Value>
bool read_member(std::string_view name, const Value& value, const JsonFields& names,
                 DocumentFields& fields) {
  bool read = false;
  const auto read_as = [&](const std::string& wanted, JsonField& field) {
    if (name.empty() || name != wanted) return;
    field = field_of(value);
    read = true;
  };
  read_as(names.id, fields.id);
  read_as(names.text, fields.text);
  read_as(names.date, fields.date);
  read_as(names.title, fields.title);
  return read;
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

std::optional<Error> fill(DocumentFields fields, const JsonFields& names, Document& document) {
  if (auto error = read_id(std::move(fields.id), names.id, document.id)) return error;
  std::optional<std::string> text;
  if (auto error = read_text(std::move(fields.text), names.text, text)) return error;
  if (!text) {
    return field_error(names.text, "is missing; --text-field names the field that holds the text");
  }
  document.text = std::move(*text);
  if (auto error = read_text(std::move(fields.title), names.title, document.title)) return error;
  return read_date(std::move(fields.date), names.date, document);
}

// By simdjson, which is the faster but refuses numbers beyond 64 bits and what nests deep.
bool read_fast(const std::string& line, const JsonFields& names, DocumentFields& fields) {
  thread_local simdjson::dom::parser parser;
  simdjson::dom::object object;
  if (parser.parse(line).get(object) != simdjson::SUCCESS) return false;
  for (const auto& [name, value] : object) read_member(name, value, names, fields);
  return true;
}

std::optional<Error> line_error(const std::string& what) {
  return Error{"input.json", what, {}, ""};
}

std::string without_space(std::string_view json) {
  if (!json.starts_with('{') && !json.starts_with('[')) return std::string(json);
  std::string compact(json.size(), '\0');
  std::size_t size = 0;
  const auto error = simdjson::minify(json.data(), json.size(), compact.data(), size);
  compact.resize(error == simdjson::SUCCESS ? size : 0);
  return compact;
}

std::optional<Error> read_all(std::string_view line, const JsonFields& names,
                              DocumentFields& fields, KeptJson& kept) {
  kept.clear();
  std::unordered_map<std::string, std::size_t> places;  // in `kept`
  JsonMembers members(line);
  for (JsonMember member; members.next(member);) {
    if (read_member(member.name, member.value, names, fields) || !names.keep_others) continue;
    const auto [place, is_new] = places.try_emplace(member.name, kept.size());
    if (is_new) kept.emplace_back(member.name, "");
    kept[place->second].second = without_space(member.value);
  }
  if (members.whole() == JsonMembers::Whole::invalid) {
    return line_error("this is no valid JSON; write one object a line");
  }
  if (members.whole() == JsonMembers::Whole::other_value) {
    return line_error("this is no JSON object; write one object a line");
  }
  if (names.keep_others && members.depth() > deepest_kept) {
    return line_error("the fields of this object nest deeper than " + std::to_string(deepest_kept) +
                      "; it is read without --keep-fields");
  }
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

std::optional<Error> parse_json_document(const std::string& line, const JsonFields& names,
                                         Document& document, KeptJson& kept) {
  DocumentFields fields;
  if (names.keep_others || !read_fast(line, names, fields)) {
    if (auto error = read_all(line, names, fields, kept)) return error;
  }
  return fill(std::move(fields), names, document);
}

std::optional<std::string> leading_id(std::string_view begin, const JsonFields& names) {
  JsonMembers members(begin);
  for (JsonMember member; members.next(member);) {
    if (member.name.empty() || member.name != names.id) continue;
    std::string id;
    const bool read = !read_id(field_of(member.value), names.id, id) && !id.empty();
    return read ? std::optional(std::move(id)) : std::nullopt;
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
