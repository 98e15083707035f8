#include "text/sentences.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "text/abbreviations.hpp"
#include "text/characters.hpp"
#include "text/decode.hpp"
#include "text/function_words.hpp"

namespace faktum {
namespace {

constexpr std::string_view kLineBreak = "⏎";
constexpr std::string_view kNoSpace = "¬";

struct Case {
  std::string text;
  std::vector<std::string> sentences;
  std::string place;
};

std::vector<std::string> split(std::string_view text) {
  std::vector<Span> spans;
  split_sentences(text, spans);
  std::vector<std::string> sentences;
  for (const Span& span : spans) sentences.emplace_back(span.of(text));
  return sentences;
}

std::string with_line_breaks(std::string text) {
  for (std::size_t at = 0; (at = text.find(kLineBreak, at)) != std::string::npos;) {
    text.replace(at, kLineBreak.size(), "\n");
  }
  return text;
}

// tests/data/sentences/abbreviations.txt says what the files look like.
std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::vector<Case> cases;
  std::ifstream file(path);
  std::string joint;
  bool inside = false;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty()) inside = false;
    if (line.empty() || line.starts_with('#')) continue;
    if (!inside) {
      cases.push_back({"", {}, path.filename().string() + ":" + std::to_string(number)});
      joint.clear();
    }
    inside = true;
    Case& current = cases.back();
    current.text += joint;
    joint = " ";
    if (line.ends_with(kNoSpace)) {
      line.resize(line.size() - kNoSpace.size());
      joint.clear();
    } else if (line.ends_with(kLineBreak)) {
      joint.clear();
      while (line.ends_with(kLineBreak)) {
        line.resize(line.size() - kLineBreak.size());
        joint += '\n';
      }
    }
    current.sentences.push_back(with_line_breaks(line));
    current.text += current.sentences.back();
  }
  return cases;
}

std::vector<Case> all_cases() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::directory_iterator(FAKTUM_SOURCE_DIR "/tests/data/sentences")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Case> cases;
  for (const auto& path : paths) {
    const std::vector<Case> read = read_cases(path);
    cases.insert(cases.end(), read.begin(), read.end());
  }
  return cases;
}

// What the header promises of every split.
void check_promises(std::string_view text) {
  std::vector<Span> spans;
  split_sentences(text, spans);
  std::size_t covered = 0;
  bool trimmed = true;
  bool gaps_are_blank = true;
  const auto is_blank = [&](std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
      const char32_t c = code_point_at(text, at);
      if (!is_space(c)) return false;
      do ++at;
      while (at < end && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    }
    return true;
  };
  for (const Span& span : spans) {
    if (span.begin < covered || span.end <= span.begin || span.end > text.size()) {
      FAIL("span " << span.begin << " to " << span.end << " after " << covered);
    }
    gaps_are_blank = gaps_are_blank && is_blank(covered, span.begin);
    trimmed = trimmed && !is_space(code_point_at(text, span.begin)) &&
              !is_space(code_point_before(text, span.end));
    covered = span.end;
  }
  CHECK(gaps_are_blank);
  CHECK(trimmed);
  CHECK(is_blank(covered, text.size()));
}

TEST_CASE("sentences are split as the data files say") {
  const std::vector<Case> cases = all_cases();
  REQUIRE(cases.size() >= 60);
  for (const Case& expected : cases) {
    INFO(expected.place);
    CHECK(split(expected.text) == expected.sentences);
    check_promises(expected.text);
  }
}

TEST_CASE("line ends may be LF, CRLF or CR") {
  for (const Case& expected : all_cases()) {
    for (const std::string_view line_end : {"\r\n", "\r"}) {
      const auto rewritten = [&](const std::string& text) {
        std::string out;
        for (const char c : text) c == '\n' ? out += line_end : out += c;
        return out;
      };
      std::vector<std::string> sentences;
      for (const std::string& sentence : expected.sentences) {
        sentences.push_back(rewritten(sentence));
      }
      INFO(expected.place);
      CHECK(split(rewritten(expected.text)) == sentences);
    }
  }
}

TEST_CASE("no-break spaces separate like spaces") {
  CHECK(split("Der Kurs fiel am 30.\u00A0Juli um 5\u202F%.\u00A0Das war\u00A0viel.") ==
        std::vector<std::string>{"Der Kurs fiel am 30.\u00A0Juli um 5\u202F%.",
                                 "Das war\u00A0viel."});
  CHECK(split("viele, z.\u202FB. Intel") == std::vector<std::string>{"viele, z.\u202FB. Intel"});
}

TEST_CASE("spans are bytes of the text") {
  const std::string_view text = "  Größe zählt. \n Ja!  ";
  std::vector<Span> spans = {{7, 9}};
  split_sentences(text, spans);
  CHECK(spans == std::vector<Span>{{2, 17}, {20, 23}});
}

TEST_CASE("texts without words split into what little they hold") {
  CHECK(split("").empty());
  CHECK(split(" \r\n\t\u00A0\n\n").empty());
  CHECK(split(".") == std::vector<std::string>{"."});
  CHECK(split("... Und?") == std::vector<std::string>{"... Und?"});
  CHECK(split("a") == std::vector<std::string>{"a"});
  CHECK(split("!\n\n?") == std::vector<std::string>{"!", "?"});
}

TEST_CASE("every text is covered by disjoint, trimmed sentences") {
  const std::vector<std::string_view> pieces = {
      "Die",         " ",      ".",      "!",      "?",        "…",
      "\n",          "\r\n",   "\r",     "30",     "Mrd",      "z.",
      "B",           "“",      "„",      "(",      ")",        "🙂",
      "iPhone",      "\u00A0", "\u2028", "\u2029", "\uFEFF",   "e\u0301",
      "%",           "ab",     "|",      "•",      "。",       "https://a.Bc",
      ",",           ":",      "[1]",    "-",      "\xE2\x80", "\xFF",
      "\xEF\xBC\x81"};
  std::uint32_t state = 12345;  // a linear congruential generator: the same texts in every run
  for (int round = 0; round < 400; ++round) {
    std::string bytes;
    for (int i = 0; i < 60; ++i) {
      state = state * 1664525U + 1013904223U;
      bytes += pieces[(state >> 16) % pieces.size()];
    }
    INFO(bytes);
    check_promises(bytes);
    check_promises(decode(bytes).text);
  }
}

TEST_CASE("long and odd texts take linear time") {
  // A quadratic splitter would need minutes for any of these.
  constexpr std::size_t kSize = 1 << 20;
  for (const std::string_view unit :
       {"wort ", ".", " ", "\n", "a.B", "((", "A\n", "! (", "1", ".[1", "z. ", "„", "\u00A0", "?\r",
        "www.A", "\u2003", "\u3000", "\uFEFF"}) {
    std::string text = "Der ";
    while (text.size() < kSize) text += unit;
    CAPTURE(unit);
    check_promises(text);
  }
}

TEST_CASE("a text without stops is cut into pieces") {
  const std::string phrase = " lange, z. B. um 2,5 % längere und";
  const auto is_whole = [&](const std::string& piece) {
    return piece.size() > kLongestSentence / 2 && piece.size() <= kLongestSentence;
  };
  const auto ends_with_comma = [](const std::string& piece) { return piece.ends_with(','); };

  std::string text = "Der";
  while (text.size() < kLongestSentence - phrase.size()) text += phrase;
  CHECK(split(text).size() == 1);
  for (int i = 0; i < 1000; ++i) text += phrase;
  check_promises(text);
  std::vector<std::string> pieces = split(text);
  pieces.pop_back();
  REQUIRE(pieces.size() > 8);
  CHECK(std::all_of(pieces.begin(), pieces.end(), is_whole));
  CHECK(std::all_of(pieces.begin(), pieces.end(), ends_with_comma));

  text.clear();
  for (std::size_t i = 0; i < kLongestSentence; ++i) text += "ß";
  check_promises(text);
  CHECK(split(text).size() == 2);

  check_promises(std::string(3 * kLongestSentence, '\x80'));  // no UTF-8
}

template <std::size_t N>
bool is_strictly_sorted(const WordTable<N>& table) {
  return std::adjacent_find(table.words().begin(), table.words().end(), std::greater_equal<>()) ==
         table.words().end();
}

TEST_CASE("word tables are sorted and name no word twice") {
  CHECK(is_strictly_sorted(kNeverLast));
  CHECK(is_strictly_sorted(kSeldomLast));
  CHECK(is_strictly_sorted(kBeforeNumber));
  CHECK(is_strictly_sorted(kExclaimedNames));
  CHECK(is_strictly_sorted(kNameEndings));
  CHECK(is_strictly_sorted(kOpeners));
  CHECK(is_strictly_sorted(kBeforeOrdinal));
  CHECK(is_strictly_sorted(kLeadOn));
  CHECK(is_strictly_sorted(kMonths));
  CHECK(is_strictly_sorted(kAfterOrdinal));
}

TEST_CASE("an abbreviation stands in one table only") {
  for (const std::string_view word : kNeverLast.words()) {
    CAPTURE(word);
    CHECK_FALSE(kSeldomLast.contains(word));
    CHECK_FALSE(kBeforeNumber.contains(word));
  }
  for (const std::string_view word : kSeldomLast.words()) {
    CAPTURE(word);
    CHECK_FALSE(kBeforeNumber.contains(word));
  }
}

}  // namespace
}  // namespace faktum
