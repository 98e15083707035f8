// Damaged tables: what is found in them, however their bytes arrive.
#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "input/source.hpp"

namespace faktum {
namespace {

class Bytes : public ByteReader {
 public:
  Bytes(std::string bytes, std::size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}

  std::size_t read(char* into, std::size_t size) override {
    const std::size_t count = bytes_.copy(into, std::min(size, piece_), read_);
    read_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t piece_;
  std::size_t read_ = 0;
};

constexpr std::size_t at_once = std::size_t{1} << 30U;

ByteStream stream_of(std::string_view bytes, std::size_t piece) {
  return ByteStream(std::make_unique<Bytes>(std::string(bytes), piece));
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

}  // namespace
}  // namespace faktum
