#include "output/framing.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using faktum::OutputFormat;

namespace {

std::string framed(OutputFormat format, const std::vector<std::string>& texts) {
  faktum::OutputOptions options;
  options.format = format;
  faktum::Framing framing(options);
  std::string out;
  framing.begin(out);
  for (const std::string& text : texts) framing.add(text, out);
  framing.end(out);
  return out;
}

}  // namespace

TEST_CASE("json: one value by itself, several as an array") {
  const std::string item = "  {\n    \"id\": \"a\"\n  }";
  CHECK(framed(OutputFormat::json, {}) == "[]\n");
  CHECK(framed(OutputFormat::json, {item}) == "{\n  \"id\": \"a\"\n}\n");
  CHECK(framed(OutputFormat::json, {item, item}) == "[\n" + item + ",\n" + item + "\n]\n");
}

TEST_CASE("a listing has an empty line between documents, not for failures") {
  CHECK(framed(OutputFormat::text, {"", "a\n", "", "b\n", ""}) == "a\n\nb\n");
}

TEST_CASE("a page is whole, also without documents") {
  const std::string page = framed(OutputFormat::html, {});
  CHECK(page.starts_with("<!DOCTYPE html>\n"));
  CHECK(page.ends_with("<body>\n</body>\n</html>\n"));
  CHECK(framed(OutputFormat::html, {"a\n"}).ends_with("<body>\na\n</body>\n</html>\n"));
}

TEST_CASE("a table has a header, also without documents") {
  CHECK(framed(OutputFormat::tsv, {}).starts_with("id\tkind\ttext\t"));
  CHECK(framed(OutputFormat::csv, {"row\r\n"}).ends_with(",rule\r\nrow\r\n"));
}
