#include "text/decode.hpp"

#include <string>
#include <string_view>

#include "catch.hpp"

namespace faktum {
namespace {

TEST_CASE("valid text comes back as it is") {
  const std::string text = "Der Chip kostet 599 €.\r\nÜber 🙂 und 日本 – „mehr“\n";
  const Decoded decoded = decode(text);
  CHECK(decoded.text == text);
  CHECK(decoded.replaced == 0);
  CHECK(decode("").text.empty());
}

TEST_CASE("a byte order mark is removed, once and only in front") {
  CHECK(decode("\xEF\xBB\xBFIntel").text == "Intel");
  CHECK(decode("\xEF\xBB\xBF").text.empty());
  CHECK(decode("\xEF\xBB\xBF\xEF\xBB\xBFx").text == "\xEF\xBB\xBFx");
  CHECK(decode("a\xEF\xBB\xBF").text == "a\xEF\xBB\xBF");
}

TEST_CASE("each maximal subpart becomes one U+FFFD") {
  // The first four are the examples of the Unicode Standard, 3.9, tables 3-8 to 3-11.
  const auto [bytes, text, replaced] = GENERATE(table<std::string, std::string, std::size_t>({
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "????????A", 8},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "????????A", 8},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "?????A??B", 7},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "????A", 4},
      {"Gr\xF6\xDF"
       "e",
       "Gr??e", 2},
      {"ab\xC3", "ab?", 1},
      {"\xF0\x9F\x99", "?", 1},
      {"\x80", "?", 1},
  }));
  std::string expected;
  for (const char c : text) expected += c == '?' ? "\xEF\xBF\xBD" : std::string(1, c);
  const Decoded decoded = decode(bytes);
  CHECK(decoded.text == expected);
  CHECK(decoded.replaced == replaced);
}

TEST_CASE("the first replaced sequence is an offset in the input") {
  CHECK(decode("\xEF\xBB\xBFgr\xFC"
               "n und \xFF")
            .first_replaced == 5);
  const std::string far = std::string(1000, 'x') + "\xFF";
  CHECK(decode(far).first_replaced == 1000);
}

TEST_CASE("decoded text decodes to itself, wherever the sequences lie") {
  std::string bytes;
  for (int i = 0; i < 600; ++i) {
    bytes += static_cast<char>((i * 7919 + i * i) & 0xFF);
    if (i % 3 == 0) bytes += "ä€🙂";
  }
  for (std::size_t skip = 0; skip < 16; ++skip) {
    const Decoded once = decode(std::string_view(bytes).substr(skip));
    const Decoded twice = decode(once.text);
    CHECK(once.replaced > 0);
    CHECK(twice.replaced == 0);
    CHECK(twice.text == once.text);
  }
}

TEST_CASE("binary files are told from text") {
  CHECK(looks_binary(std::string_view("PK\x03\0\x04", 5)));
  CHECK(looks_binary("\xFF\xFEN"));
  CHECK(looks_binary("\xFE\xFFN"));
  CHECK_FALSE(looks_binary("Ein Satz mit Größe.\n"));
  CHECK_FALSE(looks_binary(""));
  std::string late(8192, 'x');
  late += '\0';
  CHECK_FALSE(looks_binary(late));
  late[8191] = '\0';
  CHECK(looks_binary(late));
}

}  // namespace
}  // namespace faktum
