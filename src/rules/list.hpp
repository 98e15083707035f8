// Lists of names: rules/lists/NAME.tsv, or all files of the folder rules/lists/NAME/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/error.hpp"

namespace faktum {

// One spelling of an entry. A form marked `?` in the file is ambiguous: it counts only with
// context.
struct ListForm {
  std::string_view text;
  bool ambiguous = false;
};

// A row. Everything views the file's bytes.
struct ListEntry {
  std::string_view name;
  std::vector<ListForm> forms;          // the name first, unless it is marked ambiguous
  std::vector<std::string_view> cells;  // one a column of List::columns
  std::uint32_t file = 0;               // in List::files
  std::size_t line = 0;
};

struct List {
  std::string name;
  std::vector<std::string_view> columns;  // as the header names them, without `forms`
  std::vector<ListEntry> entries;
  std::vector<std::string> files;  // that were read, for messages

  [[nodiscard]] Place place_of(const ListEntry& entry) const {
    return {files[entry.file], entry.line, 1};
  }
};

// "lists/companies/dach.tsv" and "lists/companies.tsv" belong to the list "companies".
[[nodiscard]] std::string list_named_by(std::string_view path);

// Appends the rows of one file to `list`. Tab-separated; the first line that is no comment (`#`)
// names the columns, `name` first; `bytes` must outlive the list.
void parse_list(std::string_view bytes, const std::string& file, List& list, Errors& errors);

}  // namespace faktum
