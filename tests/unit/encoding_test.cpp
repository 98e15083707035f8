#include "text/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "catch.hpp"
#include "text/decode.hpp"

namespace faktum {
namespace {

std::string encoded(const std::string& text, const char* encoding) {
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  std::string bytes(text.size() * 4 + 8, '\0');
  bytes.resize(static_cast<std::size_t>(units.extract(
      0, units.length(), bytes.data(), static_cast<uint32_t>(bytes.size()), encoding)));
  return bytes;
}

// Encoding and text, as a reader gets them.
std::pair<std::string, std::string> read(const std::string& bytes, std::string_view declared = {}) {
  const std::string encoding = detect_encoding(bytes, declared);
  const Decoded decoded = decode(bytes, encoding);
  CHECK(decoded.replaced == 0);
  return {encoding, decoded.text};
}

const std::string plain = "Der Prozessor für größere Geräte kostet in Köln mehr.\n";
const std::string quoted = "„Über 599 Euro“ – so viel verlangt der Händler in München.\n";

TEST_CASE("German text is read back from the encodings of German archives") {
  const auto [text, written, found] = GENERATE(table<std::string, const char*, std::string>({
      {plain, "UTF-8", "UTF-8"},
      {quoted, "UTF-8", "UTF-8"},
      {plain, "ISO-8859-1", "ISO-8859-1"},
      {"Die Gebühr beträgt 5 €.\n", "ISO-8859-15", "ISO-8859-15"},
      {"Die Gebühr beträgt 5 €.\n", "windows-1252", "windows-1252"},
      {quoted, "windows-1252", "windows-1252"},
      {plain, "macintosh", "macintosh"},
      {quoted, "macintosh", "macintosh"},
      {"Ärger über Öl\n", "macintosh", "macintosh"},
      {plain, "UTF-16LE", "UTF-16LE"},
      {quoted, "UTF-16BE", "UTF-16BE"},
      {"Nur 599 €, sagt der Laden.\n", "windows-1252", "windows-1252"},
      {"Intel – AMD – Nvidia: „teuer“\n", "windows-1252", "windows-1252"},
      {"Ascii only.\n", "ISO-8859-1", "UTF-8"},
      {"", "UTF-8", "UTF-8"},
  }));
  CAPTURE(written, text);
  CHECK(read(encoded(text, written)) == std::pair(found, text));
}

TEST_CASE("another language goes to ICU's detector") {
  const std::string russian =
      "Новый процессор стоит дороже, чем его предшественник, сообщила компания в понедельник.\n";
  CHECK(read(encoded(russian, "windows-1251")) == std::pair(std::string("windows-1251"), russian));
}

TEST_CASE("a byte order mark goes before all else and is no part of the text") {
  CHECK(read("\xFF\xFE" + encoded("Größe", "UTF-16LE"), "ISO-8859-1") ==
        std::pair<std::string, std::string>("UTF-16LE", "Größe"));
  CHECK(read("\xFE\xFF" + encoded("Größe", "UTF-16BE")) ==
        std::pair<std::string, std::string>("UTF-16BE", "Größe"));
  CHECK(read("\xEF\xBB\xBFGröße", "windows-1252") ==
        std::pair<std::string, std::string>("UTF-8", "Größe"));
}

TEST_CASE("a declaration counts unless the bytes refute it") {
  CHECK(detect_encoding(encoded("Zażółć gęślą jaźń", "ISO-8859-2"), "ISO-8859-2") == "ISO-8859-2");
  CHECK(detect_encoding(encoded(plain, "ISO-8859-1"), "UTF-8") == "ISO-8859-1");
  CHECK(detect_encoding(encoded(quoted, "windows-1252"), "ISO-8859-1") == "windows-1252");
  CHECK(detect_encoding(plain, "UTF-16LE") == "UTF-8");
}

TEST_CASE("damaged UTF-8 stays UTF-8") {
  CHECK(detect_encoding("Größe und Höhe \xFF in Köln") == "UTF-8");
  CHECK(detect_encoding("abgeschnitten \xF0\x9F\x99") == "UTF-8");
}

TEST_CASE("labels") {
  CHECK(encoding_of_label("latin1") == "ISO-8859-1");
  CHECK(encoding_of_label(" CP1252 ") == "windows-1252");
  CHECK(encoding_of_label("\"utf8\"") == "UTF-8");
  CHECK(encoding_of_label("x-mac-roman") == "macintosh");
  CHECK(encoding_of_label("ISO-8859-15") == "ISO-8859-15");
  CHECK_FALSE(encoding_of_label("klingon"));
  CHECK_FALSE(encoding_of_label(""));
}

TEST_CASE("units that cannot be read are counted, the first by its offset") {
  const Decoded decoded = decode(std::string_view("a\0\0\xDC"
                                                  "b\0",
                                                  6),
                                 "UTF-16LE");
  CHECK(decoded.text ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(decoded.replaced == 1);
  CHECK(decoded.first_replaced == 2);
}

TEST_CASE("long text crosses the converter's blocks whole") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "ä🙂x";
  CHECK(decode(encoded(text, "UTF-16LE"), "UTF-16LE").text == text);
}

}  // namespace
}  // namespace faktum
