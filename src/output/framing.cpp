#include "output/framing.hpp"

#include "output/html_writer.hpp"
#include "output/table_writer.hpp"

namespace faktum {
namespace {

// An item of an array as a value of its own.
void append_outdented(std::string_view item, std::string& out) {
  constexpr std::string_view indent = "  ";
  item.remove_prefix(indent.size());
  for (std::size_t end = 0; (end = item.find('\n')) != std::string_view::npos;) {
    out += item.substr(0, end + 1);
    item.remove_prefix(end + 1 + indent.size());
  }
  out += item;
}

}  // namespace

void Framing::begin(std::string& out) const {
  if (options_.format == OutputFormat::csv || options_.format == OutputFormat::tsv) {
    TableWriter(options_).header(out);
  }
  if (options_.format == OutputFormat::html) HtmlWriter::begin_page(out);
}

void Framing::add(std::string_view text, std::string& out) {
  if (text.empty()) return;
  ++added_;
  if (options_.format == OutputFormat::json) return add_item(text, out);
  if (options_.format == OutputFormat::text && added_ > 1) out += '\n';
  out += text;
}

void Framing::add_item(std::string_view text, std::string& out) {
  if (added_ == 1) {
    first_ = text;
    return;
  }
  if (added_ == 2) out.append("[\n").append(first_);
  out.append(",\n").append(text);
}

void Framing::end(std::string& out) const {
  if (options_.format == OutputFormat::html) HtmlWriter::end_page(out);
  if (options_.format != OutputFormat::json) return;
  if (added_ == 0) out += "[]";
  if (added_ == 1) append_outdented(first_, out);
  if (added_ > 1) out += "\n]";
  out += '\n';
}

}  // namespace faktum
