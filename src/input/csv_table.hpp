// A row of a table (CSV, TSV) -> Document.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/document.hpp"
#include "faktum/error.hpp"
#include "input/json_document.hpp"

namespace faktum {

// How cells are told apart, both ASCII.
struct CsvSyntax {
  char delimiter = ',';
  std::optional<char> quote = '"';
};

// The columns of one table; shared by its rows.
struct CsvTable {
  CsvSyntax syntax;
  std::vector<std::string> columns;  // their names
  std::size_t text = 0;              // which column holds what
  std::optional<std::size_t> id, date, title;
};

// The cells of one row without its line end; quotes are taken off.
[[nodiscard]] std::vector<std::string> split_row(std::string_view row, const CsvSyntax&);

// Finds the columns that `fields` names. Error input.field, without place: there is no such column
// for the text.
[[nodiscard]] Result<CsvTable> make_csv_table(const CsvSyntax&, std::vector<std::string> columns,
                                              const JsonFields& fields);

// Fills `document` and, if `keep_others`, `kept` from a row (valid UTF-8). Of columns with one name
// the last counts. An empty id leaves document.id as it is. Errors: input.columns, input.date;
// without place.
[[nodiscard]] std::optional<Error> parse_csv_row(std::string_view row, const CsvTable&,
                                                 bool keep_others, Document& document,
                                                 KeptJson& kept);

}  // namespace faktum
