#include "input/csv_table.hpp"

#include "catch.hpp"

using faktum::CsvSyntax;
using faktum::split_row;
using Cells = std::vector<std::string>;

TEST_CASE("cells of a row") {
  const CsvSyntax comma{',', '"'};
  CHECK(split_row("a,b", comma) == Cells{"a", "b"});
  CHECK(split_row("", comma) == Cells{""});
  CHECK(split_row("a,", comma) == Cells{"a", ""});
  CHECK(split_row(",", comma) == Cells{"", ""});
  CHECK(split_row(R"("a,b",c)", comma) == Cells{"a,b", "c"});
  CHECK(split_row(R"("say ""ja""",b)", comma) == Cells{R"(say "ja")", "b"});
  CHECK(split_row("\"a\nb\",\"\"", comma) == Cells{"a\nb", ""});
  CHECK(split_row(R"(a "b" c,d)", comma) == Cells{R"(a "b" c)", "d"});
  CHECK(split_row("Web;'Intel; ''x'''", {';', '\''}) == Cells{"Web", "Intel; 'x'"});
  CHECK(split_row("\"a\t\"b", {'\t', std::nullopt}) == Cells{"\"a", "\"b"});
}

TEST_CASE("a table wants a column for the text") {
  const auto table =
      faktum::make_csv_table({}, {"nr", "text", "date", ""}, {"nr", "text", "date", ""});
  REQUIRE(table);
  CHECK(table.value().text == 1);
  CHECK(table.value().id == 0);
  CHECK(!table.value().title);
  CHECK(!faktum::make_csv_table({}, {"nr"}, {}));
}

TEST_CASE("a row of another width is an error") {
  const auto table = faktum::make_csv_table({}, {"id", "text"}, {}).value();
  faktum::Document document;
  faktum::KeptJson kept;
  CHECK(!faktum::parse_csv_row("7,Intel", table, false, document, kept));
  CHECK(document.id == "7");
  CHECK(document.text == "Intel");
  CHECK(faktum::parse_csv_row("7,Intel,AMD", table, false, document, kept)->code ==
        "input.columns");
}

TEST_CASE("of other columns with one name the last is kept") {
  const auto table = faktum::make_csv_table({}, {"text", "ort", "ort"}, {}).value();
  faktum::Document document;
  faktum::KeptJson kept;
  CHECK(!faktum::parse_csv_row("Intel,Wien,Graz", table, true, document, kept));
  CHECK(kept == faktum::KeptJson{{"ort", "\"Graz\""}});
}
