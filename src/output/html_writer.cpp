#include "output/html_writer.hpp"

#include "output/short_text.hpp"

namespace faktum {
namespace {

constexpr std::string_view page_head = R"(<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>faktum</title>
<style>
:root { color-scheme: light dark }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 system-ui, sans-serif }
article { margin-bottom: 3rem }
h2 { line-height: 1.25; margin: 0 }
.about { margin: 0 0 1rem; opacity: .7 }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
.failed { color: #c00 }
mark { color: inherit; background: #8883; border-radius: .2em; padding: 0 .15em }
mark::after { content: attr(class); font-size: .6em; opacity: .7; margin-left: .3em }
.company { background: #48f4 } .chip { background: #c4c4 } .percent { background: #0cc4 }
.date { background: #fb04 } .money { background: #2a44 }
</style>
</head>
<body>
)";

constexpr std::string_view page_foot = "</body>\n</html>\n";

// As text or in a quoted attribute. HTML has no way to write most control characters.
void append_escaped(std::string_view text, std::string& out) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"') {
      out += "&quot;";
    } else if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) {
      out += c == '\r' ? "&#13;" : "\xEF\xBF\xBD";
    } else {
      out += c;
    }
  }
}

void append_mark(const Fact& fact, std::string_view text, std::string& out) {
  out += "<mark class=\"";
  append_escaped(fact.kind, out);
  out += "\" title=\"";
  append_escaped(in_short(fact.value), out);
  out += " · ";
  append_escaped(fact.rule, out);
  out += "\">";
  append_escaped(fact.span.of(text), out);
  out += "</mark>";
}

}  // namespace

void HtmlWriter::begin_page(std::string& out) { out += page_head; }

void HtmlWriter::end_page(std::string& out) { out += page_foot; }

void HtmlWriter::document(const Document& document, const Extraction& extraction, const KeptFields&,
                          std::string& out) {
  out += "<article";
  if (document.language) {
    out += " lang=\"";
    append_escaped(*document.language, out);
    out += '"';
  }
  out += ">\n<h2>";
  append_escaped(document.title.value_or(document.id), out);
  out += "</h2>\n<p class=\"about\">";
  append_escaped(document.id, out);
  if (document.published) {
    out.append(" · ").append(published_in_short(*document.published, *document.published_from));
  }
  out.append(" · ").append(fact_count(extraction.facts.size()));
  out += "</p>\n<div class=\"text\">";
  std::size_t done = 0;
  for (const Fact& fact : extraction.facts) {
    append_escaped(Span{done, fact.span.begin}.of(document.text), out);
    append_mark(fact, document.text, out);
    done = fact.span.end;
  }
  append_escaped(Span{done, document.text.size()}.of(document.text), out);
  out += "</div>\n</article>\n";
}

void HtmlWriter::failure(std::string_view id, const Error& error, std::string& out) {
  out += "<article class=\"failed\">\n<h2>";
  append_escaped(id, out);
  out += "</h2>\n<p>";
  append_escaped(error.message, out);
  out += "</p>\n</article>\n";
}

}  // namespace faktum
