#include "output/records.hpp"

#include "output/context.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

struct WriteField {
  JsonText& json;
  void operator()(std::monostate) const { json.null(); }
  void operator()(std::string_view text) const { json.string(text); }
  void operator()(double number) const { json.number(number); }
  void operator()(bool truth) const { json.boolean(truth); }
  void operator()(Date date) const { json.string(to_iso(date)); }
};

}  // namespace

void write_failure(JsonText& json, std::string_view id, const Error& error) {
  json.open_object();
  json.key("id");
  json.string(id);
  json.key("error");
  json.open_object();
  json.key("code");
  json.string(error.code);
  json.key("message");
  json.string(error.message);
  json.key("line");
  error.place.line > 0 ? json.integer(error.place.line) : json.null();
  json.close_object();
  json.close_object();
}

void write_place(JsonText& json, const Fact& fact, const Span& offsets, std::string_view text) {
  json.key("kind");
  json.string(fact.kind);
  json.key("text");
  json.string(fact.span.of(text));
  json.key("start");
  json.integer(offsets.begin);
  json.key("end");
  json.integer(offsets.end);
  json.key("sentence");
  json.integer(fact.sentence);
}

void write_field(JsonText& json, const FieldValue& value) { std::visit(WriteField{json}, value); }

void write_value(JsonText& json, const Value& value) {
  const bool has_users_names = std::holds_alternative<GroupsValue>(value);
  json.open_object();
  each_field(value, [&](const Field& field) {
    has_users_names ? json.any_key(field.first) : json.key(field.first);
    write_field(json, field.second);
  });
  json.close_object();
}

void write_origin(JsonText& json, const Fact& fact, const Extraction& extraction,
                  std::string_view text, bool context) {
  json.key("rule");
  json.string(fact.rule);
  if (!context) return;
  json.key("context");
  json.string(context_of(fact, extraction, text));
}

}  // namespace faktum
