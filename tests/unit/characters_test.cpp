#include "text/characters.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "text/code_points.hpp"

namespace faktum {
namespace {

// The text with every word edge inside it shown as "¦".
std::string with_edges(std::string_view text) {
  std::string shown;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (begins && i > 0 && is_word_edge(text, i)) shown += "¦";
    shown += text[i];
  }
  return shown;
}

TEST_CASE("code points are read in both directions") {
  const std::string_view text = "aß€🙂";
  CHECK(code_point_at(text, 0) == U'a');
  CHECK(code_point_at(text, 1) == U'ß');
  CHECK(code_point_at(text, 3) == U'€');
  CHECK(code_point_at(text, 6) == U'🙂');
  CHECK(code_point_at(text, 10) == 0);
  CHECK(code_point_before(text, 0) == 0);
  CHECK(code_point_before(text, 1) == U'a');
  CHECK(code_point_before(text, 3) == U'ß');
  CHECK(code_point_before(text, 6) == U'€');
  CHECK(code_point_before(text, 10) == U'🙂');
  CHECK(code_point_before(text, 11) == 0);
}

TEST_CASE("broken sequences read as U+FFFD and never past the text") {
  const std::string_view cut = std::string_view("🙂").substr(0, 3);
  CHECK(code_point_at(cut, 0) == 0xFFFD);
  CHECK(code_point_before(cut, 3) == 0xFFFD);
  CHECK(code_point_at("\x80", 0) == 0xFFFD);
}

TEST_CASE("character classes know more than ASCII") {
  CHECK(is_letter(U'Ä'));
  CHECK(is_letter(U'ж'));
  CHECK_FALSE(is_letter(U'5'));
  CHECK_FALSE(is_letter(U'–'));
  CHECK(is_digit(U'7'));
  CHECK_FALSE(is_digit(U'²'));
  CHECK(is_upper(U'Ü'));
  CHECK_FALSE(is_upper(U'ü'));
  CHECK(is_lower(U'ß'));
  CHECK_FALSE(is_lower(U'1'));
}

TEST_CASE("white space includes the no-break spaces") {
  for (const char32_t space : {U' ', U'\t', U'\n', U'\r', U'\u00A0', U'\u202F', U'\u2007',
                               U'\u2028', U'\u3000', U'\uFEFF'}) {
    CAPTURE(static_cast<unsigned>(space));
    CHECK(is_space(space));
  }
  CHECK_FALSE(is_space(U'_'));
  CHECK_FALSE(is_space(0));
}

TEST_CASE("words have edges only at their ends") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({
      {"Größe zählt", "Größe¦ ¦zählt"},
      {"NVIDIA-Chips", "NVIDIA¦-¦Chips"},
      {"A800/H800", "A800¦/¦H800"},
      {"14900K", "14900K"},
      {"3Prozent", "3Prozent"},
      {"snake_case", "snake_case"},
      {"„Zen 4“", "„¦Zen¦ ¦4¦“"},
      {"Intel’s Chip", "Intel¦’¦s¦ ¦Chip"},
      {"e\u0301t\u00ADude", "e\u0301t\u00ADude"},
      {"m² 🙂", "m¦²¦ ¦🙂"},
  }));
  CHECK(with_edges(text) == shown);
}

TEST_CASE("numbers hold no edge") {
  const auto [text, shown] = GENERATE(table<std::string, std::string>({
      {"12.05.2023", "12.05.2023"},
      {"30.000", "30.000"},
      {"1,5", "1,5"},
      {"14:30", "14:30"},
      {"1'500", "1'500"},
      {"1’500", "1’500"},
      {"2023.", "2023¦."},
      {"2023. Das", "2023¦.¦ ¦Das"},
      {".5", ".¦5"},
      {"A100,H100", "A100¦,¦H100"},
      {"1..2", "1¦.¦.¦2"},
      {"2,5%", "2,5¦%"},
      {"2020/21", "2020¦/¦21"},
      {"60–100", "60¦–¦100"},
  }));
  CHECK(with_edges(text) == shown);
}

TEST_CASE("a text's ends are edges") {
  CHECK(is_word_edge("Chip", 0));
  CHECK(is_word_edge("Chip", 4));
  CHECK(is_word_edge("", 0));
  CHECK_FALSE(is_word_edge("Chip", 2));
}

TEST_CASE("lower case keeps every byte in its place") {
  CHECK(lower_in_place("ÄÖÜ ÀÞ NVIDIA 3×4 ß") == "äöü àþ nvidia 3×4 ß");
  CHECK(lower_in_place("İŁΩ") == "İŁΩ");
  std::string reused = "old";
  lower_in_place("Über", reused);
  CHECK(reused == "über");
}

TEST_CASE("code points are counted") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("aß€🙂") == 4);
}

TEST_CASE("an offset in bytes is one in code points") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "aß€🙂";
  for (const std::string_view part : {std::string_view(), std::string_view(text)}) {
    const CodePoints points(part);
    for (std::size_t at = 0; at <= part.size(); ++at) {
      REQUIRE(points.before(at) == count_code_points(part.substr(0, at)));
    }
  }
}

}  // namespace
}  // namespace faktum
