#include "input/parse_document.hpp"

#include <string>

#include "catch.hpp"

namespace faktum {
namespace {

const std::string latin_page =
    "<meta charset=windows-1252><p>Gr\xFC\xDF"
    "e f\xFCr 3 \x80</p>";

RawDocument page(std::string bytes, std::string declared) {
  RawDocument raw;
  raw.id = "seite";
  raw.bytes = std::move(bytes);
  raw.format = InputFormat::html;
  raw.encoding = std::move(declared);
  return raw;
}

TEST_CASE("a page's encoding: forced, by its source, by itself, by its bytes") {
  InputOptions options;
  const auto encoding = [&](const std::string& bytes, const std::string& declared) {
    return parse_document(page(bytes, declared), options).document.encoding;
  };
  CHECK(encoding(latin_page, "") == "windows-1252");
  CHECK(encoding(latin_page, "utf-8") == "windows-1252");
  CHECK(encoding(latin_page, "klingon") == "windows-1252");
  CHECK(encoding(latin_page, "macintosh") == "macintosh");
  CHECK(encoding("<meta charset=latin1><p>Grüße", "latin1") == "UTF-8");
  CHECK(encoding("<p>Gr\xFC\xDF"
                 "e",
                 "") == "ISO-8859-1");
  options.encoding = "ISO-8859-15";
  CHECK(encoding(latin_page, "macintosh") == "ISO-8859-15");
}

TEST_CASE("a page fills the document") {
  const Input input = parse_document(
      page("<html lang=de><title>T</title><meta name=date content=2024-08-01><p>Text</p>", ""),
      InputOptions{});
  REQUIRE_FALSE(input.error);
  CHECK(input.document.id == "seite");
  CHECK(input.document.title == "T");
  CHECK(input.document.text == "Text");
  CHECK(input.document.language == "de");
  CHECK(input.document.published_from == PublishedFrom::html);
}

TEST_CASE("a kept field may be the document's language") {
  InputOptions options;
  options.fields.keep_others = true;
  const auto read = [&](const std::string& language) {
    RawDocument raw;
    raw.format = InputFormat::jsonl;
    raw.bytes = R"({"text":"t","language":)" + language + "}";
    const Input input = parse_document(raw, options);
    return input.document.language.value_or("none") + (input.kept.empty() ? "" : ", kept");
  };
  CHECK(read(R"("de")") == "de");
  CHECK(read(R"("d\u0065_at")") == "de-AT");
  CHECK(read(R"("Deutsch")") == "none, kept");
  CHECK(read(R"(["de"])") == "none, kept");
  options.fields.keep_others = false;
  CHECK(read(R"("de")") == "none");
}

TEST_CASE("what is no text is no page") {
  const Input input = parse_document(page(std::string("<html>\0\x01", 8), ""), InputOptions{});
  REQUIRE(input.error);
  CHECK(input.error->code == "input.binary");
}

TEST_CASE("what is garbage in its encoding fails; a few bad bytes do not") {
  InputOptions options;
  options.encoding = "UTF-8";
  std::string cyrillic = "<p>";
  for (int i = 0; i < 8; ++i) cyrillic += "\xCF\xF0\xE8\xE2\xE5\xF2 ";
  const Input garbage = parse_document(page(cyrillic, ""), options);
  REQUIRE(garbage.error);
  CHECK(garbage.error->code == "input.encoding");
  const Input latin = parse_document(page("<p>Gr\xFC\xDF"
                                          "e",
                                          ""),
                                     options);
  CHECK_FALSE(latin.error);
  CHECK(latin.warnings.size() == 1);
}

}  // namespace
}  // namespace faktum
