#include "input/csv_table.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "input/dateline.hpp"

namespace faktum {
namespace {

// The cell at `at`, which then is behind it: at a delimiter or the end.
std::string read_cell(std::string_view row, std::size_t& at, const CsvSyntax& syntax) {
  std::string cell;
  if (syntax.quote && at < row.size() && row[at] == *syntax.quote) {
    for (++at; at < row.size(); ++at) {
      if (row[at] == *syntax.quote) {
        ++at;
        const bool doubled = at < row.size() && row[at] == *syntax.quote;
        if (!doubled) return cell;
      }
      cell += row[at];
    }
    return cell;
  }
  const std::size_t end = std::min(row.find(syntax.delimiter, at), row.size());
  cell = row.substr(at, end - at);
  at = end;
  return cell;
}

std::string counted(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " cell" : " cells");
}

}  // namespace

std::vector<std::string> split_row(std::string_view row, const CsvSyntax& syntax) {
  std::vector<std::string> cells;
  for (std::size_t at = 0;; ++at) {
    cells.push_back(read_cell(row, at, syntax));
    if (at >= row.size()) return cells;
  }
}

Result<CsvTable> make_csv_table(const CsvSyntax& syntax, std::vector<std::string> columns,
                                const JsonFields& fields) {
  const auto column = [&](const std::string& name) -> std::optional<std::size_t> {
    if (name.empty()) return std::nullopt;
    const auto found = std::find(columns.begin(), columns.end(), name);
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
  };
  const auto text = column(fields.text);
  if (!text) {
    std::string message = "there is no column \"" + fields.text + "\" among";
    for (const std::string& name : columns) message += " \"" + name + "\"";
    message += "; --text-field names the one that holds the text, --delimiter what divides them";
    return Error{"input.field", message, {}, fields.text};
  }
  CsvTable table;
  table.syntax = syntax;
  table.text = *text;
  table.id = column(fields.id);
  table.date = column(fields.date);
  table.title = column(fields.title);
  table.columns = std::move(columns);
  return table;
}

std::optional<Error> parse_csv_row(std::string_view row, const CsvTable& table, bool keep_others,
                                   Document& document, KeptJson& kept) {
  auto cells = split_row(row, table.syntax);
  if (cells.size() != table.columns.size()) {
    return Error{"input.columns",
                 "this row has " + counted(cells.size()) + " where the first one has " +
                     std::to_string(table.columns.size()) +
                     "; --delimiter and --quote say how cells are written",
                 {},
                 ""};
  }
  if (table.date) {
    if (auto error = set_written_date(cells[*table.date], table.columns[*table.date], document)) {
      return error;
    }
  }
  if (table.id && !cells[*table.id].empty()) document.id = cells[*table.id];
  if (table.title && !cells[*table.title].empty()) document.title = cells[*table.title];
  document.text = std::move(cells[table.text]);
  if (!keep_others) return std::nullopt;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at == table.text || at == table.id || at == table.date || at == table.title) continue;
    const std::string& name = table.columns[at];
    const auto known = std::ranges::find(kept, name, &KeptJson::value_type::first);
    std::string& json = known == kept.end() ? kept.emplace_back(name, "").second : known->second;
    json = nlohmann::json(cells[at]).dump();
  }
  return std::nullopt;
}

}  // namespace faktum
