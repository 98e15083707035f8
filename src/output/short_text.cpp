#include "output/short_text.hpp"

#include "output/json_text.hpp"
#include "output/writer.hpp"
#include "values/fields.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

struct ShortText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::string_view text) const { return one_line(text); }
  std::string operator()(Date date) const { return to_iso(date); }
  std::string operator()(bool) const { return {}; }
  std::string operator()(double number) const {
    std::string text;
    append_number(text, number);
    return text;
  }
};

}  // namespace

std::string_view colour_of(std::string_view kind) {
  if (kind == "company") return "34";
  if (kind == "chip") return "35";
  if (kind == "percent") return "36";
  if (kind == "date") return "33";
  if (kind == "money") return "32";
  return "0";
}

void append_styled(std::string& out, bool colour, std::string_view code, std::string_view text) {
  if (!colour) {
    out += text;
    return;
  }
  out.append("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

std::string published_in_short(const Date& date, PublishedFrom from) {
  return to_iso(date) + " (" + std::string(name_of(from)) + ")";
}

std::string fact_count(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " fact" : " facts");
}

std::string in_short(const Value& value) {
  std::string text;
  if (const auto* date = std::get_if<DateValue>(&value)) {
    if (!date->resolved) return "? (no publication date)";
    text = date->timex.value_or("");
    if (date->modifier) text.append(" ").append(name_of(*date->modifier));
    return text;
  }
  for (const auto& [key, field] : fields_of(value)) {
    const std::string part = std::visit(ShortText{}, field);
    if (part.empty()) continue;
    if (!text.empty()) text += key == "max" ? ".." : " ";
    text += part;
  }
  return text;
}

}  // namespace faktum
