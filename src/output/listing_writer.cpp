#include "output/listing_writer.hpp"

#include <algorithm>

#include "output/context.hpp"
#include "output/short_text.hpp"
#include "text/characters.hpp"

namespace faktum {
namespace {

constexpr std::size_t kind_width = 9;

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

}  // namespace

void ListingWriter::document(const Document& document, const Extraction& extraction,
                             const KeptFields&, std::string& out) {
  const auto styled = [&](std::string_view code, std::string_view text) {
    append_styled(out, options_.colour, code, text);
  };
  styled("1", one_line(document.title.value_or(document.id)));
  if (document.published) {
    styled("2", "  " + published_in_short(*document.published, *document.published_from));
  }
  styled("2", "  " + fact_count(extraction.facts.size()));
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
      styled("2", "    " + one_line(context_of(fact, extraction, document.text)));
      out += '\n';
    }
  }
}

}  // namespace faktum
