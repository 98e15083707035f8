#include "input/json_document.hpp"

#include "catch.hpp"
#include "values/iso_date.hpp"

using faktum::Document;
using faktum::JsonFields;
using faktum::KeptJson;

TEST_CASE("the fields of a line fill the document") {
  Document document;
  KeptJson kept;
  const auto error = faktum::parse_json_document(
      R"({"title":"T","id":"x","text":"Gr\u00f6\u00dfe","date":"2024-05-03T10:00:00Z","n":[1,{"a":null}]})",
      JsonFields{}, document, kept);
  REQUIRE_FALSE(error);
  CHECK(document.id == "x");
  CHECK(document.title == "T");
  CHECK(document.text == "Größe");
  REQUIRE(document.published);
  CHECK(faktum::to_iso(*document.published) == "2024-05-03");
  CHECK(document.published_from == faktum::PublishedFrom::field);
  CHECK(kept.empty());
}

TEST_CASE("other fields are kept in their order when asked") {
  JsonFields fields;
  fields.keep_others = true;
  Document document;
  KeptJson kept;
  REQUIRE_FALSE(faktum::parse_json_document(R"({"z":[1, {"a":null}],"text":"","a":"\"ä\""})",
                                            fields, document, kept));
  CHECK(kept == KeptJson{{"z", R"([1,{"a":null}])"}, {"a", R"("\"ä\"")"}});
}

TEST_CASE("what is kept stands as it stood, but for space between its parts") {
  JsonFields fields;
  fields.keep_others = true;
  Document document;
  KeptJson kept{{"of", "another line"}};
  const std::string line =
      R"( { "n" : 123456789012345678901234567890, "f":1.50E+2 , "x":[ 1e400 ,	-0, "a b" ],)"
      R"( "s":"\u00e4\/", "text":"t", "\u006e" : 0.10 } )";
  REQUIRE_FALSE(faktum::parse_json_document(line, fields, document, kept));
  CHECK(kept ==
        KeptJson{
            {"n", "0.10"}, {"f", "1.50E+2"}, {"x", R"([1e400,-0,"a b"])"}, {"s", R"("\u00e4\/")"}});
}

TEST_CASE("numbers of any size are no harm, and an id may be one") {
  const auto id = [](const std::string& json, bool keep) {
    JsonFields fields;
    fields.keep_others = keep;
    Document document;
    KeptJson kept;
    const auto error = faktum::parse_json_document(
        R"({"id":)" + json + R"(,"text":"71 \u0025","x":-1e400,"y":18446744073709551616})", fields,
        document, kept);
    return error ? error->code : document.id + ": " + document.text;
  };
  for (const bool keep : {false, true}) {
    CHECK(id("12345678901234567890123", keep) == "12345678901234567890123: 71 %");
    CHECK(id("-12345678901234567890123", keep) == "-12345678901234567890123: 71 %");
    CHECK(id("-0", keep) == "0: 71 %");
    CHECK(id(R"("\u00e4")", keep) == "ä: 71 %");
    CHECK(id("1e400", keep) == "input.field");
    CHECK(id("1.0", keep) == "input.field");
    CHECK(id("012", keep) == "input.json");
  }
}

TEST_CASE("an empty name reads no field") {
  for (const bool keep : {false, true}) {
    JsonFields fields;
    fields.id = fields.date = fields.title = "";
    fields.keep_others = keep;
    Document document;
    KeptJson kept;
    REQUIRE_FALSE(faktum::parse_json_document(R"({"":"bald","text":"t"})", fields, document, kept));
    CHECK(document.id.empty());
    CHECK_FALSE(document.title);
    CHECK(kept == (keep ? KeptJson{{"", R"("bald")"}} : KeptJson{}));
  }
}

TEST_CASE("the beginning of a line may hold the id") {
  const auto id = [](const char* begin) {
    return faktum::leading_id(begin, JsonFields{}).value_or("none");
  };
  CHECK(id(R"({"n":[1],"id":"a\u00e4","text":"Es)") == "aä");
  CHECK(id(R"( {"id": 17 ,)") == "17");
  CHECK(id(R"({"id":17)") == "none");
  CHECK(id(R"({"text":"Es sind)") == "none");
  CHECK(id(R"({"id":null,"text")") == "none");
  CHECK(id(R"({"id":[1],"text")") == "none");
  CHECK(id("") == "none");
  JsonFields fields;
  fields.id = "";
  CHECK_FALSE(faktum::leading_id(R"({"":"a","text")", fields));
}

TEST_CASE("what is missing or null leaves the document as it is") {
  Document document;
  document.id = "datei:7";
  KeptJson kept;
  REQUIRE_FALSE(faktum::parse_json_document(R"({"id":null,"text":"t","date":"","title":null})",
                                            JsonFields{}, document, kept));
  CHECK(document.id == "datei:7");
  CHECK_FALSE(document.published);
  CHECK_FALSE(document.title);
}

TEST_CASE("a line that is no document says why") {
  const auto code = [](const char* line) {
    Document document;
    KeptJson kept;
    const auto error = faktum::parse_json_document(line, JsonFields{}, document, kept);
    return error ? error->code : "none";
  };
  CHECK(code("{") == "input.json");
  CHECK(code("[]") == "input.json");
  CHECK(code(R"({"text":"a"} {"text":"b"})") == "input.json");
  CHECK(code("{}") == "input.field");
  CHECK(code(R"({"text":null})") == "input.field");
  CHECK(code(R"({"text":["a"]})") == "input.field");
  CHECK(code(R"({"text":"a","id":1.5})") == "input.field");
  CHECK(code(R"({"text":"a","title":1})") == "input.field");
  CHECK(code(R"({"text":"a","date":20240503})") == "input.field");
  CHECK(code(R"({"text":"a","date":"bald"})") == "input.date");
}

TEST_CASE("a field that nests too deep is not kept, and does no harm where none is") {
  const std::string deep = std::string(1000000, '[') + std::string(1000000, ']');
  const std::string line = R"({"text":"a","deep":)" + deep + "}";
  Document document;
  KeptJson kept;
  JsonFields fields;
  CHECK_FALSE(faktum::parse_json_document(line, fields, document, kept));
  fields.keep_others = true;
  const auto error = faktum::parse_json_document(line, fields, document, kept);
  REQUIRE(error);
  CHECK(error->code == "input.json");
}

TEST_CASE("halves of surrogate pairs are replaced, pairs and other escapes are not") {
  const auto replaced = [](std::string line) {
    const std::size_t count = faktum::replace_lone_surrogates(line);
    return std::to_string(count) + ":" + line;
  };
  CHECK(replaced(R"("\ud83d\ude80 \u00e4 \\ud83d \"")") == R"(0:"\ud83d\ude80 \u00e4 \\ud83d \"")");
  CHECK(replaced(R"("\ud83d \ude80\ud83d\ud83d\ude80")") ==
        R"(3:"\ufffd \ufffd\ufffd\ud83d\ude80")");
  CHECK(replaced(R"("\ud8)") == R"(0:"\ud8)");
}
