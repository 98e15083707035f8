#include "output/json_text.hpp"

#include <limits>

#include "catch.hpp"

using faktum::JsonText;

namespace {

std::string number(double value) {
  std::string out;
  JsonText(out, JsonText::Layout::compact).number(value);
  return out;
}

std::string string(std::string_view text) {
  std::string out;
  faktum::append_json_string(out, text);
  return out;
}

}  // namespace

TEST_CASE("integral numbers are written as integers, others as short as they read back") {
  CHECK(number(193e9) == "193000000000");
  CHECK(number(7e12) == "7000000000000");
  CHECK(number(1e20) == "100000000000000000000");
  CHECK(number(1e300) == "1e+300");
  CHECK(number(0.1) == "0.1");
  CHECK(number(-2.5) == "-2.5");
  CHECK(number(-0.0) == "0");
  CHECK(number(std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("strings are escaped as JSON asks, and no more") {
  CHECK(string("„Größe“ 🚀/") == "\"„Größe“ 🚀/\"");
  CHECK(string("a\"b\\c") == R"("a\"b\\c")");
  CHECK(string("\n\r\t\x01\x1F") == R"("\n\r\t\u0001\u001f")");
  CHECK(string(std::string_view("\0", 1)) == R"("\u0000")");
}

TEST_CASE("objects and arrays nest, compact or indented") {
  const auto write = [](JsonText::Layout layout) {
    std::string out;
    JsonText json(out, layout);
    json.open_object();
    json.key("a");
    json.open_array();
    json.integer(1);
    json.null();
    json.close_array();
    json.key("b");
    json.open_array();
    json.close_array();
    json.key("c");
    json.open_object();
    json.key("d");
    json.boolean(true);
    json.close_object();
    json.close_object();
    return out;
  };
  CHECK(write(JsonText::Layout::compact) == R"({"a":[1,null],"b":[],"c":{"d":true}})");
  CHECK(write(JsonText::Layout::indented) ==
        "{\n  \"a\": [\n    1,\n    null\n  ],\n  \"b\": [],\n  \"c\": {\n    \"d\": true\n  }\n}");
}
