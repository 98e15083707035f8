#include "input/byte_stream.hpp"

#include <algorithm>
#include <memory>

#include "catch.hpp"
#include "input/compressed.hpp"
#include "input/detect.hpp"

using faktum::ByteStream;
using faktum::Cut;

namespace {

// Gives bytes in small pieces, then an error.
class Pieces : public faktum::ByteReader {
 public:
  Pieces(std::string bytes, std::size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}

  std::size_t read(char* into, std::size_t size) override {
    const std::size_t count = bytes_.copy(into, std::min(size, piece_));
    bytes_.erase(0, count);
    return count > 0 ? count : fail({"input.truncated", "cut off", {}, ""});
  }

 private:
  std::string bytes_;
  std::size_t piece_;
};

ByteStream broken(std::string bytes, std::size_t piece = 3) {
  return ByteStream(std::make_unique<Pieces>(std::move(bytes), piece));
}

}  // namespace

TEST_CASE("a line that an error cuts off is none") {
  ByteStream stream = broken("eins\nzwei\ndrei");
  std::string line;
  CHECK(stream.read_line(line, 100) == Cut::whole);
  CHECK(line == "eins");
  CHECK(!stream.error());
  CHECK(stream.read_line(line, 100) == Cut::whole);
  CHECK(stream.read_line(line, 100) == Cut::none);
  REQUIRE(stream.error());
  CHECK(stream.error()->code == "input.truncated");
}

TEST_CASE("a line over the limit is passed over") {
  ByteStream stream = broken("12345678\n12345\n");
  std::string line;
  CHECK(stream.read_line(line, 5) == Cut::too_large);
  CHECK(line == "12345");
  CHECK(stream.read_line(line, 5) == Cut::whole);
  CHECK(line == "12345");
}

TEST_CASE("bytes that are put back come next") {
  ByteStream stream = broken("eins\nzwei\n");
  std::string line;
  stream.read_line(line, 100);
  stream.put_back("neu\n" + line + "\n");
  CHECK(stream.read_line(line, 100) == Cut::whole);
  CHECK(line == "neu");
  stream.read_line(line, 100);
  stream.read_line(line, 100);
  CHECK(line == "zwei");
  CHECK(stream.position() == 10);
}

TEST_CASE("a look ahead waits for no more than it needs") {
  ByteStream lines = broken("{\"text\":\"Intel\"}\n{}\n", 4);
  CHECK(faktum::first_bytes(lines, faktum::InputFormat::detect).size() == 20);
  ByteStream table = broken("id,text\n", 4);
  CHECK(faktum::first_bytes(table, faktum::InputFormat::csv).size() == 4);
  ByteStream packed = broken("\x1F\x8B\x08\x01\x02\x03", 2);
  CHECK(faktum::first_bytes(packed, faktum::InputFormat::jsonl).size() == 6);
}

TEST_CASE("compression is told by its first bytes") {
  CHECK(faktum::compression_of("\x1F\x8B\x08") == faktum::Compression::gzip);
  CHECK(!faktum::compression_of("BZh9 ist kein Modell"));
  CHECK(!faktum::compression_of(""));
}
