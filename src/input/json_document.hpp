// One line of JSONL -> Document.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faktum/document.hpp"
#include "faktum/error.hpp"

namespace faktum {

// The names of the fields to read (empty: none), and whether to keep the others.
struct JsonFields {
  std::string id = "id";
  std::string text = "text";
  std::string date = "date";
  std::string title = "title";
  bool keep_others = false;
};

// Fields that are carried through, in the order of the input: names, and their JSON as it stands
// there, but without white space between its parts.
using KeptJson = std::vector<std::pair<std::string, std::string>>;

// Fills `document` and `kept` from the JSON object `line` (valid UTF-8; the parser takes a string
// because it reads behind the end, and copies what has no room there). Of fields with one name the
// last counts. An id may be an integer of any size; a missing one leaves document.id as it is. A
// date is YYYY-MM-DD, with or without a time after it, or written out as in a dateline. Errors:
// input.json, input.field, input.date; without place.
[[nodiscard]] std::optional<Error> parse_json_document(const std::string& line, const JsonFields&,
                                                       Document& document, KeptJson& kept);

// The id that the beginning of a line (valid UTF-8) holds, if it does.
[[nodiscard]] std::optional<std::string> leading_id(std::string_view begin, const JsonFields&);

// Reads a date field as parse_json_document() does; empty or Python's "None" is no date. Error:
// input.date, without place.
[[nodiscard]] std::optional<Error> set_written_date(const std::string& text,
                                                    const std::string& field, Document& document);

// Replaces escapes of half a surrogate pair (\ud83d alone), which are no valid JSON though some
// programs write them, by \ufffd; returns how many there were.
std::size_t replace_lone_surrogates(std::string& line);

}  // namespace faktum
