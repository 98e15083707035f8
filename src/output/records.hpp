// The JSON pieces that several formats share.
#pragma once

#include <string_view>

#include "faktum/error.hpp"
#include "faktum/extractor.hpp"
#include "faktum/fact.hpp"
#include "output/json_text.hpp"
#include "output/writer.hpp"
#include "values/fields.hpp"

namespace faktum {

// {"id":…,"error":{"code":…,"message":…,"line":…}}
void write_failure(JsonText&, std::string_view id, const Error&);

// The keys kind, text, start, end and sentence; `offsets` in the unit of the output.
void write_place(JsonText&, const Fact&, const Span& offsets, std::string_view text);

void write_field(JsonText&, const FieldValue&);

// The object of a value; the names of a user's groups may need escapes.
void write_value(JsonText&, const Value&);

// The keys that end a fact's object: `rule`, and with `context` its sentence.
void write_origin(JsonText& json, const Fact& fact, const Extraction& extraction,
                  std::string_view text, bool context);

}  // namespace faktum
