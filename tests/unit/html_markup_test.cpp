#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "html/declared_encoding.hpp"
#include "html/plain_markup.hpp"
#include "html/tag_scanner.hpp"

namespace faktum {
namespace {

std::string tags_of(std::string_view page) {
  std::string names;
  TagScanner tags(page);
  while (const auto tag = tags.next()) {
    names += tag->closing ? " /" : " ";
    names += tag->name;
    if (tag->self_closing) names += "!";
  }
  return names;
}

std::string repeated(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

TEST_CASE("tags are cut as browsers cut them") {
  const auto [page, names] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"a < b <3 <> </> <", ""},
      {"<p>x</P ><br/>", " p /P br!"},
      {"<a title='>' href=\"</a>\">x</a>", " a /a"},
      {"<!-- <p> --><p><!doctype x><?xml <b> ?>", " p"},
      {"<!--><p><!---><b><!-- <i> --!><u><!-- <s>", " p b u"},
      {"<!--a--!><p><!--a---><b><!--a--!-><i>--><u><!--a--><s>--!>", " p b u s"},
      {"<!----><p><!----!><b><!--a--!", " p b"},
      {"<script>'<p></scripts>'</script><p>", " script /script p"},
      {"<STYLE><p></style x><title><b></title>", " STYLE /style title /title"},
      {"<script><p>", " script"},
      {"<p", ""},
      {"<a href='x><p>", ""},
  }));
  CHECK(tags_of(page) == names);
}

TEST_CASE("many comments take linear time") {
  // A scanner that looked through the rest of the page for each would need minutes.
  for (const std::string_view comment : {"<!--a--!>", "<!--a-->", "<!-->", "<!--a--!x-->"}) {
    INFO(comment);
    CHECK(tags_of(repeated(comment, 1 << 20) + "<p>") == " p");
  }
  CHECK(tags_of("<!--" + std::string(1 << 20, '-') + "><p>") == " p");
}

TEST_CASE("attributes, quoted or not") {
  std::string_view attributes = R"( a=1 B = "x y" c d='>' /e=/f )";
  std::string seen;
  while (const auto attribute = next_attribute(attributes)) {
    seen.append(attribute->name).append("[").append(attribute->value).append("]");
  }
  CHECK(seen == "a[1]B[x y]c[]d[>]e[/f]");
  CHECK(attributes.empty());
}

TEST_CASE("the declared encoding is that of meta or of the XML declaration") {
  const auto [page, encoding] = GENERATE(table<std::string, std::string>({
      {"<html><meta charset=latin1>", "ISO-8859-1"},
      {"<META content='text/html; charset=\"utf-8\"' http-equiv='content-type'>", "UTF-8"},
      {"<meta http-equiv=refresh content='5; charset=utf-8'>", ""},
      {"<meta name=x><!-- <meta charset=latin1> --><meta charset=' Windows-1252 '>",
       "windows-1252"},
      {"<meta charset=klingon><meta charset=macintosh>", "macintosh"},
      {"<?xml version='1.0' encoding='iso-8859-15'?><html>", "ISO-8859-15"},
      {"<script>'<meta charset=latin1>'</script>", ""},
      {"<meta charset", ""},
      {"", ""},
  }));
  CHECK(declared_encoding(page) == encoding);
  CHECK(declared_encoding(std::string(5000, ' ') + page).empty());
}

TEST_CASE("a page is known by its beginning") {
  for (const char* page :
       {"<!DOCTYPE html>", "\xEF\xBB\xBF \n<HTML lang=de>", "<?xml version='1.0'?>\n<html>",
        "<!-- gespeichert --><!doctype HTML><p>", "<article class=x>", "<head>",
        "<meta charset=x>"}) {
    INFO(page);
    CHECK(looks_like_html(page));
  }
  for (const char* text : {"", "<", "< 5 %", "<b>x</b>", "<htmlx>", "<?xml version='1.0'?><rss>",
                           "<TimeML>", "{\"a\":1}", "<!-- <html>", "Text mit <html>"}) {
    INFO(text);
    CHECK_FALSE(looks_like_html(text));
  }
}

TEST_CASE("formatting is taken out, all other markup stays") {
  CHECK(plain_markup("<p><b>Nv</b>idia<!-- <b> --> <FONT size=1>x</FONT></p>") ==
        "<p>Nvidia<!-- <b> --> x</p>");
  CHECK(plain_markup("<script>'<b>'</script><a href='<b>'>x</a>") ==
        "<script>'<b>'</script><a href='<b>'>x</a>");
  CHECK(plain_markup("a <b") == "a <b");
}

TEST_CASE("the last text of a form stays in it") {
  CHECK(plain_markup("<form>x</form>") == "<form>x<!----></form>");
}

TEST_CASE("in XHTML a tag that ends itself is closed") {
  CHECK(plain_markup("<?xml?><div/><br/><p>x</p>") == "<?xml?><div/></div><br/><p>x</p>");
  CHECK(plain_markup("<div/><br/>") == "<div/><br/>");
}

TEST_CASE("what would nest without end is bounded") {
  const std::string deep = plain_markup(repeated("<div>", 5000) + "x" + repeated("</div>", 5000) +
                                        "<section>y</section>");
  CHECK(deep == repeated("<div>", 512) + "x" + repeated("</div>", 512) + "<section>y</section>");
  const std::string paragraphs = repeated("<p>x<li>y", 2000);
  CHECK(plain_markup(paragraphs) == paragraphs);
  const std::string misnested = repeated("<div><span>x</div>", 2000);
  CHECK(plain_markup(misnested) == misnested);
  CHECK(plain_markup("<p " + repeated("a ", 1000) + ">x</p>") ==
        "<p " + repeated("a ", 63) + "a >x</p>");
}

}  // namespace
}  // namespace faktum
