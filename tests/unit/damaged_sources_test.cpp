// Damaged tables and archives: what is found in them, however their bytes arrive.
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "input/source.hpp"
#include "pieces.hpp"

namespace faktum {
namespace {

constexpr std::size_t at_once = std::size_t{1} << 30U;

ByteStream stream_of(std::string_view bytes, std::size_t piece) {
  return ByteStream(std::make_unique<Pieces>(std::string(bytes), piece));
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

// The bytes of documents, the codes of errors.
using Found = std::vector<std::string>;

Found all_of(Source& source) {
  Found found;
  for (RawDocument raw; source.next(raw);) found.push_back(raw.error ? raw.error->code : raw.bytes);
  return found;
}

Found rows_of(std::string_view table, std::size_t piece = at_once,
              std::size_t limit = InputOptions{}.max_document_size) {
  SourceContext context;
  context.options.max_document_size = limit;
  return all_of(
      *csv_source(stream_of("text,id\n" + std::string(table), piece), {"a.csv"}, context, ','));
}

Found records_of(std::string_view archive, std::size_t piece = at_once) {
  SourceContext context;
  return all_of(*warc_source(stream_of(archive, piece), {"a.warc"}, context));
}

// A record that says that its text, which has two lines' ends behind it, is so long.
std::string record(std::string_view text, std::size_t length) {
  return "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: " +
         std::to_string(length) + "\r\n\r\n" + std::string(text) + "\r\n\r\n";
}

std::string record(std::string_view text) { return record(text, text.size()); }

// Whether there is nothing but so many errors and, behind them, `document`.
bool are_errors_then(const Found& found, std::size_t errors, const std::string& code,
                     const std::string& document) {
  return found.size() == errors + 1 && found.back() == document &&
         std::count(found.begin(), found.end(), code) == static_cast<std::ptrdiff_t>(errors);
}

TEST_CASE("of a damaged row only its first line is lost") {
  const auto [bytes, rows] = GENERATE(table<std::string, Found>({
      {"\"a\nb\",1\nc,2\n", {"\"a\nb\",1", "c,2"}},
      {"\"a\"b,1\nc,2\n", {"input.quote", "c,2"}},
      {"\"a\nb\n\"c\"d,1\n\"e\nf\",2\n", {"input.quote", "b", "input.quote", "\"e\nf\",2"}},
      {"a\"b,\"c\nd\"e,\"f\ng,1\n", {"input.quote", "input.quote", "g,1"}},
      {"a\",\"b\nc,1\nd\",\"e\nf\"g\nh,2\n", {"input.quote", "c,1", "input.quote", "f\"g", "h,2"}},
      {"a,1\n\"b\nc\",\"d\ne,2\n", {"a,1", "input.quote", "input.quote", "e,2"}},
      {"\"a\nb\"c", {"input.quote", "b\"c"}},
      {"\"a\nb", {"input.quote", "b"}},
  }));
  const auto piece = GENERATE(std::size_t{1}, std::size_t{3}, at_once);
  CAPTURE(bytes, piece);
  CHECK(rows_of(bytes, piece) == rows);
}

TEST_CASE("a quote that is not closed within the limit is none") {
  const std::string open = "a,\"" + std::string(200, 'b') + "\n";
  CHECK(rows_of(open + "c,1\n" + std::string(200, 'd') + "\",\"e\nf,2\n", 1, 300) ==
        Found{"input.quote", "c,1", "input.quote", "f,2"});
}

TEST_CASE("many damaged rows take linear time") {
  // A source that followed each to where it is known to be none would need minutes.
  constexpr std::size_t lines = std::size_t{1} << 18U;
  for (const std::string_view line : {"x\"y,\"z\n", "x\",\"y\n", "\"x\n", "\"x\"y\"\n"}) {
    CAPTURE(line);
    CHECK(are_errors_then(rows_of(repeated(line, lines) + "a,1\n"), lines, "input.quote", "a,1"));
  }
}

TEST_CASE("a record that says it is longer than it is hides none") {
  const std::string wrong = "input.record";
  const std::string cut = "input.truncated";
  const auto [archive, documents] = GENERATE_COPY(table<std::string, Found>({
      {record("a") + record("b"), {"a", "b"}},
      {record("a", 3) + record("b"), {"a\r\n", "b"}},
      {record("a", 9) + record("b"), {wrong, "b"}},
      {record("a", 95) + record("b", 95) + record("c") + record("d"), {wrong, wrong, "c", "d"}},
      {record("a", 300) + record("b", 30) + record("c", 120) + record("d") + record("e"),
       {wrong, wrong, wrong, "d", "e"}},
      {record("a", 999) + record("b", 99) + record("c") + record("d", 999) + record("e"),
       {cut, wrong, "c", cut, "e"}},
      {record("a", 99) + record(std::string(400, 'b')) + "\n\n" + record("c"),
       {wrong, std::string(400, 'b'), "c"}},
      {record("a", 99) + "x\n" + record("b", 6) + "WAR", {cut, wrong}},
  }));
  const auto piece = GENERATE(std::size_t{1}, std::size_t{7}, at_once);
  CAPTURE(archive, piece);
  CHECK(records_of(archive, piece) == documents);
}

TEST_CASE("many records of a wrong length take linear time") {
  // A source that read each to the end it claims would need minutes.
  constexpr std::size_t records = std::size_t{1} << 17U;
  const std::size_t half = records / 2 * record("", 5'000'000).size();
  const auto archive = [&](std::size_t length) {
    return repeated(record("", length), records) + record("a");
  };
  CHECK(are_errors_then(records_of(archive(3 * half)), records, "input.truncated", "a"));
  const Found found = records_of(archive(half + 5));
  CHECK(found.size() == records + 1);
  CHECK(std::count(found.begin(), found.end(), "input.record") == records / 2);
}

Found lines_of(std::string_view bytes, std::size_t piece) {
  SourceContext context;
  context.options.format = InputFormat::jsonl;
  return all_of(*open_source(stream_of(bytes, piece), {"a.jsonl"}, context));
}

TEST_CASE("how bytes arrive makes no difference to what lines are") {
  const std::string utf16(
      "\xFF\xFE{\0\"\0a\0\"\0:\0"
      "1\0}\0\n\0",
      18);
  std::string like_tar = "{\"id\":\"a\"}\n";
  like_tar.resize(257, 'x');
  like_tar += "ustar";
  like_tar.resize(600, 'x');
  for (const std::string& bytes : {utf16, like_tar}) {
    const Found whole = lines_of(bytes, at_once);
    CHECK(lines_of(bytes, 1) == whole);
    CHECK(lines_of(bytes, 7) == whole);
    CHECK(whole.front().find("{\"") != std::string::npos);
  }
}

Found objects_of(std::string_view bytes, std::size_t piece = at_once,
                 std::size_t limit = InputOptions{}.max_document_size) {
  SourceContext context;
  context.options.max_document_size = limit;
  return all_of(*open_source(stream_of(bytes, piece), {"a.json"}, context));
}

TEST_CASE("objects of JSON over any lines, however their bytes arrive") {
  const std::string object = "{\n \"id\": \"}\\\"{\",\n \"x\": [{}, []]\n}";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, at_once}) {
    CHECK(objects_of(object, piece) == Found{object});
    CHECK(objects_of("\xEF\xBB\xBF [" + object + ",\n{}\n]\n", piece) == Found{object, "{}"});
    CHECK(objects_of(object + "\n" + object, piece) == Found{object, object});
    CHECK(objects_of("{}\n" + object, piece) ==
          Found{"{}", "{", " \"id\": \"}\\\"{\",", " \"x\": [{}, []]", "}"});
  }
}

TEST_CASE("an array of JSON is no archive, whatever stands where tar has its mark") {
  std::string object = "{\"a\": \"";
  object.resize(256, 'x');
  object += "ustar";
  object.resize(600, 'x');
  object += "\"}";
  CHECK(objects_of("[" + object + "]") == Found{object});
}

TEST_CASE("of damaged JSON the objects are found that end") {
  CHECK(objects_of("[{\"a\": \"b\n},\n{}]") == Found{"{\"a\": \"b\n}", "{}"});
  CHECK(objects_of("[{}, 5, {}]") == Found{"{}", "input.json"});
  CHECK(objects_of("[{}, {\"a\":") == Found{"{}", "input.json"});
  CHECK(objects_of("[{\"a\": \"long\"}, {}]", at_once, 5) == Found{"input.too_large", "{}"});
}

}  // namespace
}  // namespace faktum
