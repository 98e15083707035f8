// Lists of names: rules/lists/NAME.tsv, or all files of the folder rules/lists/NAME/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/error.hpp"

namespace faktum {

// How a form is marked in the file. `?` is ambiguous: it counts only with context. `~` is nearly
// plain: also where nothing speaks against it, for rules that say so.
enum class Mark : std::uint8_t { plain, nearly_plain, ambiguous };

// One spelling of an entry.
struct ListForm {
  std::string_view text;
  Mark mark = Mark::plain;

  [[nodiscard]] bool is_ambiguous() const { return mark != Mark::plain; }
};

// What the gazetteer keeps of a form.
struct FormPayload {
  std::uint32_t entry;
  Mark mark;

  constexpr FormPayload(std::uint32_t of_entry, Mark of_form) : entry(of_entry), mark(of_form) {}
  explicit constexpr FormPayload(std::uint32_t payload)
      : entry(payload / 4), mark(static_cast<Mark>(payload % 4)) {}

  explicit constexpr operator std::uint32_t() const {
    return entry * 4 + static_cast<std::uint32_t>(mark);
  }
  [[nodiscard]] constexpr bool is_ambiguous() const { return mark != Mark::plain; }
};

// A row. Everything views the file's bytes.
struct ListEntry {
  std::string_view name;
  std::vector<ListForm> forms;          // the name first, unless it is marked
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
