#include "output/listing_writer.hpp"

#include <algorithm>

#include "output/json_text.hpp"
#include "text/characters.hpp"
#include "values/fields.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

constexpr std::size_t kind_width = 9;

// Select Graphic Rendition codes of ECMA-48.
std::string_view colour_of(std::string_view kind) {
  if (kind == "company") return "34";
  if (kind == "chip") return "35";
  if (kind == "percent") return "36";
  if (kind == "date") return "33";
  if (kind == "money") return "32";
  return "0";
}

// Control characters would act on the terminal: each run of them and of spaces is one space.
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

// Exactly `width` columns, counting a code point as one.
std::string fitted(std::string text, std::size_t width) {
  const std::size_t length = count_code_points(text);
  if (length <= width) return text.append(width - length, ' ');
  std::size_t end = 0;
  for (std::size_t kept = 0; kept + 1 < width; ++kept) {
    do {
      ++end;
    } while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
  }
  return text.substr(0, end) + "…";
}

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

}  // namespace

void ListingWriter::document(const Document& document, const Extraction& extraction,
                             const KeptFields&, std::string& out) {
  const auto styled = [&](std::string_view code, std::string_view text) {
    if (!options_.colour) return void(out += text);
    out.append("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
  };
  if (!first_) out += '\n';
  first_ = false;
  styled("1", one_line(document.title.value_or(document.id)));
  if (document.published) {
    styled("2", "  " + to_iso(*document.published) + " (" +
                    std::string(name_of(*document.published_from)) + ")");
  }
  const std::size_t count = extraction.facts.size();
  styled("2", "  " + std::to_string(count) + (count == 1 ? " fact" : " facts"));
  out += '\n';

  const std::size_t rest = std::max<std::size_t>(options_.width, 60) - kind_width - 4;
  const std::size_t text_width = rest * 2 / 5;
  const std::size_t value_width = rest * 2 / 5;
  for (const Fact& fact : extraction.facts) {
    out += "  ";
    styled(colour_of(fact.kind), fitted(std::string(fact.kind), kind_width));
    out += fitted(one_line(fact.span.of(document.text)), text_width) + " ";
    out += fitted(in_short(fact.value), value_width) + " ";
    styled("2", fact.rule);
    out += '\n';
    if (options_.context) {
      styled("2", "    " + one_line(extraction.sentences[fact.sentence].of(document.text)));
      out += '\n';
    }
  }
}

}  // namespace faktum
