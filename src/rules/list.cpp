#include "rules/list.hpp"

#include <algorithm>

#include "text/decode.hpp"

namespace faktum {
namespace {

// Calls `each` with the pieces of `text` between `separator`s.
template <typename Each>
void split(std::string_view text, char separator, Each each) {
  for (;;) {
    const std::size_t end = text.find(separator);
    each(text.substr(0, end));
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

void add_forms(std::string_view cell, ListEntry& entry) {
  bool name_is_marked = false;
  if (!cell.empty()) {
    split(cell, '|', [&](std::string_view form) {
      const Mark mark = form.starts_with('?')   ? Mark::ambiguous
                        : form.starts_with('~') ? Mark::nearly_plain
                                                : Mark::plain;
      if (mark != Mark::plain) form.remove_prefix(1);
      if (form.empty()) return;
      if (form == entry.name) name_is_marked = mark != Mark::plain;
      entry.forms.push_back({form, mark});
    });
  }
  if (!name_is_marked) entry.forms.insert(entry.forms.begin(), {entry.name, Mark::plain});
}

}  // namespace

std::string list_named_by(std::string_view path) {
  constexpr std::string_view folder = "lists/";
  const std::size_t lists = path.rfind(folder);
  path.remove_prefix(lists != std::string_view::npos ? lists + folder.size()
                                                     : path.find_last_of('/') + 1);
  return std::string(path.substr(0, path.find_first_of("/.")));
}

void parse_list(std::string_view bytes, const std::string& file, List& list, Errors& errors) {
  constexpr std::string_view forms_column = "forms";
  std::vector<std::string_view> header;
  std::vector<std::string_view> cells;
  std::size_t line_number = 0;
  list.files.push_back(file);
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  split(bytes, '\n', [&](std::string_view line) {
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) return;
    if (!is_utf8(line)) {
      errors.push_back({"list.encoding",
                        "the line is not UTF-8; save the list in that encoding",
                        {file, line_number, 1},
                        ""});
      return;
    }
    cells.clear();
    split(line, '\t', [&](std::string_view cell) { cells.push_back(cell); });
    if (header.empty()) {
      header = cells;
      std::vector<std::string_view> columns = cells;
      std::erase(columns, forms_column);
      if (cells.front() != "name") {
        errors.push_back({"list.header",
                          "a list's first column is 'name'",
                          {file, line_number, 1},
                          std::string(cells.front())});
      } else if (!list.columns.empty() && columns != list.columns) {
        errors.push_back({"list.header",
                          "the files of one list have the same columns",
                          {file, line_number, 1},
                          std::string(line)});
      }
      list.columns = columns;
      return;
    }
    if (cells.size() != header.size() || cells.front().empty()) {
      errors.push_back({"list.row",
                        "the row has " + std::to_string(cells.size()) + " columns, the header " +
                            std::to_string(header.size()) + "; a name comes first",
                        {file, line_number, 1},
                        std::string(cells.front())});
      return;
    }
    ListEntry entry;
    entry.name = cells.front();
    entry.file = static_cast<std::uint32_t>(list.files.size() - 1);
    entry.line = line_number;
    std::string_view forms;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (header[i] == forms_column) {
        forms = cells[i];
      } else {
        entry.cells.push_back(cells[i]);
      }
    }
    add_forms(forms, entry);
    list.entries.push_back(std::move(entry));
  });
}

}  // namespace faktum
