#include <string>
#include <string_view>

#include "catch.hpp"
#include "html/article.hpp"
#include "html/json_ld.hpp"
#include "html/metadata.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

std::string text_of_body(std::string_view body) {
  return read_article("<html><body>" + std::string(body)).text;
}

std::string published_by(std::string_view head) {
  const auto published = read_article(head).published;
  return published ? to_iso(*published) : "";
}

TEST_CASE("blocks are paragraphs, items and rows are lines, cells stand between tabs") {
  const auto [body, text] = GENERATE(table<std::string, std::string>({
      {"<p>a<p>b", "a\n\nb"},
      {" a \n\t b ", "a b"},
      {"a<div>b</div>c", "a\n\nb\n\nc"},
      {"a<br>b<br><br>c", "a\nb\n\nc"},
      {"<ul><li>a<li><p>b</p></li><li>c<ul><li>d</ul></ul>e", "a\nb\nc\nd\n\ne"},
      {"<ul><li><p>a</p><p>b</p><li>c</ul>", "a\n\nb\n\nc"},
      {"<dl><dt>a<dd>b<dt>c</dl>", "a\nb\nc"},
      {"<table><tr><th>a<th>b<tr><td><p>c</p><td>d<tr><td><td>e</table>", "a\tb\nc\td\ne"},
      {"<table><td><p>a<p>b<td>c</table>", "a\n\nb\n\nc"},
      {"x<pre>\n a\n  b\n</pre>y", "x\n\n a\n  b\n\ny"},
      {"<p>a <span>b</span><span>c</span> <i>d</i>e", "a bc de"},
      {"<p>&nbsp;</p><p>5&nbsp;%</p>", "5\xC2\xA0%"},
      {"Milli&shy;arde<wbr>n&#8203;!", "Milliarden!"},
      {"&auml;&euro;&#x201E;&amp;lt;&nosuch;", "ä€„&lt;&nosuch;"},
      {"Wert<sup><a href=#f>1</a></sup>, m<sup>2</sup>", "Wert, m2"},
  }));
  INFO(body);
  CHECK(text_of_body(body) == text);
}

TEST_CASE("what is no part of the article is left out") {
  const std::string clutter = GENERATE(
      as<std::string>(), "<script>x</script>", "<style>x</style>", "<noscript>x</noscript>",
      "<template>x</template>", "<nav>x</nav>", "<footer>x</footer>", "<aside>x</aside>",
      "<form>x</form>", "<button>x</button>", "<p hidden>x</p>", "<p style='Display : none'>x</p>",
      "<div aria-hidden=true>x</div>", "<div class=sr-only>x</div>", "<div id=CookieLayer>x</div>",
      "<div class='c-comments'>x</div>", "<div class=share__bar>x</div>",
      "<div role=search>x</div>", "<p class=teaser><a href=/x>x</a> x</p>",
      "<ul><li><a href=/x>x</a><li><a href=/y>x</a></ul>", "<svg><text>x</text></svg>",
      "<select><option>x</select>");
  const std::string page = "<article><p>Der Anteil steigt weiter.</p>" + clutter + "</article>";
  INFO(clutter);
  CHECK(text_of_body(page) == "Der Anteil steigt weiter.");
}

TEST_CASE("names that say how a page is laid out leave nothing out") {
  const std::string text =
      GENERATE(as<std::string>(), "<div class='with-sidebar'>", "<div class='page sidebar'>",
               "<form id=aspnetForm>", "<article class='tag-cookie category-related'>",
               "<div class='overflow-hidden print:text-black'>", "<p class=teaser>",
               "<div class='kommentar'>");
  CHECK(text_of_body(text + "Der Anteil steigt weiter.") == "Der Anteil steigt weiter.");
}

TEST_CASE("a lead is no teaser for a link in it") {
  const std::string lead =
      "<p class=teaser>Der Anteil <a href=/x>steigt</a> weiter, sagen alle, die es wissen.</p>";
  CHECK(text_of_body("<article>" + lead + "<p>Und so fort.</article>") ==
        "Der Anteil steigt weiter, sagen alle, die es wissen.\n\nUnd so fort.");
}

TEST_CASE("a page that is all clutter still gives its text") {
  CHECK(text_of_body("<div class=comments>Nur dies.</div>") == "Nur dies.");
  CHECK(text_of_body("<ul><li><a href=/a>eins</a><li><a href=/b>zwei</a></ul>") == "eins\nzwei");
  CHECK(text_of_body("<script>x</script>").empty());
  CHECK(read_article("").text.empty());
}

TEST_CASE("the article is chosen by what marks it") {
  const std::string filler = "<p>Dieser Absatz steht daneben und ist auch nicht ganz kurz.</p>";
  CHECK(text_of_body("<div>" + filler + "</div><article><h1>A</h1><p>" + std::string(90, 'x') +
                     "</article>") == "A\n\n" + std::string(90, 'x'));
  CHECK(text_of_body(filler +
                     "<div itemscope itemtype='https://schema.org/NewsArticle'><h1>A</h1>"
                     "<p>Lead</p><div itemprop='articleBody'><p>" +
                     std::string(50, 'x') + "</div></div>" + filler) ==
        "A\n\nLead\n\n" + std::string(50, 'x'));
}

TEST_CASE("a headline outside of the article comes first, once") {
  const std::string body = "<article><p>Der Anteil steigt weiter, sagen alle.</p></article>";
  CHECK(read_article("<title>Mehr davon - Blatt</title><h1>Mehr davon</h1>" + body).text ==
        "Mehr davon\n\nDer Anteil steigt weiter, sagen alle.");
  CHECK(read_article("<title>Mehr davon - Zeitung</title><h1>Das Blatt</h1>" + body).text ==
        "Der Anteil steigt weiter, sagen alle.");
}

TEST_CASE("the title is the best that the page says") {
  CHECK(read_article("<title>A | Blatt</title><h1>A</h1>").title == "A");
  CHECK(read_article("<title> A \n B </title>").title == "A B");
  CHECK(read_article("<title>A</title><meta property='og:title' content='C &amp; D'>").title ==
        "C & D");
  CHECK(read_article("<title>A</title><script type='application/ld+json'>"
                     R"({"@type":"BlogPosting","headline":"E"}</script>)")
            .title == "E");
  CHECK(read_article("<title></title>").title == std::nullopt);
  CHECK(read_article("<body><svg><title>x</title></svg>").title == std::nullopt);
}

TEST_CASE("the date is that of publication") {
  const auto [head, date] = GENERATE(table<std::string, std::string>({
      {"<meta property='article:published_time' content='2024-08-01T10:00:00.000+02:00'>",
       "2024-08-01"},
      {"<meta property='article:modified_time' content='2024-08-01'>", ""},
      {"<meta name=DC.Date.Issued content=' 2024-08-01 '><meta name=date content=2020-01-01>",
       "2024-08-01"},
      {"<meta name=date content='01.08.2024'>", "2024-08-01"},
      {"<meta name=date content='gestern'><meta itemprop=datePublished content='2024-08-01'>",
       "2024-08-01"},
      {"<span itemprop=datePublished>1. August 2024</span>", "2024-08-01"},
      {"<time class=updated datetime=2024-08-02>x</time><time datetime=2024-08-01>y</time>",
       "2024-08-01"},
      {"<time datetime=2024-09-01>y</time><time pubdate datetime=2024-08-01>x</time>",
       "2024-08-01"},
      {"<p>" + std::string(200, 'x') + " <time datetime=2024-08-01>am Donnerstag</time>", ""},
      {"<time datetime='2024-08'>August</time>", ""},
  }));
  INFO(head);
  CHECK(published_by(head) == date);
}

TEST_CASE("the language is that of the page, as a tag") {
  CHECK(read_article("<html lang=de_at><meta property=og:locale content=en_US>").language ==
        "de-AT");
  CHECK(read_article("<meta property=og:locale content=de_DE>").language == "de-DE");
  CHECK(read_article("<p>x").language == std::nullopt);
  CHECK(language_tag("DE") == "de");
  CHECK(language_tag("zh-Hant-tw") == "zh-Hant-TW");
  for (const char* text : {"", "deutsch", "d", "de-", "-de", "de DE", "1de", "de-123456789"}) {
    CHECK(language_tag(text) == std::nullopt);
  }
}

TEST_CASE(
    "JSON-LD: works in arrays and graphs, articles before pages; broken JSON is passed over") {
  const auto works = read_json_ld(
      R"([{"@type":"Organization"},{"@graph":[{"@type":["X","NewsArticle"],"headline":"A",)"
      R"("datePublished":"2024-08-01","inLanguage":"de","author":{"@type":"Article"}},)"
      R"({"@type":"WebPage","name":"B","datePublished":5}]}])");
  REQUIRE(works.size() == 2);
  CHECK(works[0].article);
  CHECK(works[0].headline == "A");
  CHECK(works[0].published == "2024-08-01");
  CHECK(works[0].language == "de");
  CHECK_FALSE(works[1].article);
  CHECK(works[1].headline == "B");
  CHECK(works[1].published.empty());
  for (const char* script : {"", "{", "[1,null,\"x\"]", "{\"@type\":{}}", "\"NewsArticle\""}) {
    CHECK(read_json_ld(script).empty());
  }
  CHECK(read_json_ld(std::string(200000, '[')).empty());
}

TEST_CASE("nesting without end costs neither stack nor text") {
  std::string page;
  for (int i = 0; i < 100000; ++i) page += "<div><b id=" + std::to_string(i) + ">";
  CHECK(text_of_body(page + "Es sind 3 %.") == "Es sind 3 %.");
}

}  // namespace
}  // namespace faktum
