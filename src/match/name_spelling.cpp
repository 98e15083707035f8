#include "match/name_spelling.hpp"

#include <algorithm>

#include "match/word_finder.hpp"
#include "text/ascii.hpp"
#include "text/characters.hpp"
#include "text/words.hpp"

namespace faktum {
namespace {

constexpr unsigned char lead_latin1 = 0xC3;  // U+00C0 to U+00FF in UTF-8

// Folds one byte of Latin-1 text; `before` is the byte before it.
unsigned char fold(char c, char before) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 'A' && byte <= 'Z') return static_cast<unsigned char>(byte + 32);
  if (static_cast<unsigned char>(before) == lead_latin1 && byte >= 0x80 && byte <= 0x9E &&
      byte != 0x97) {
    return static_cast<unsigned char>(byte + 32);
  }
  return byte;
}

// How a name stands in a text.
struct Spelling {
  bool exact = true;  // in the same case
  bool all_upper = true;
  std::size_t hyphen = 0;  // where the last one stands for a space of the name; 0: nowhere
};

// Where `name` ends when it stands at `at`, or 0.
std::size_t match_name(const char* name, std::string_view text, std::size_t at,
                       Spelling& spelling) {
  std::size_t j = at;
  char before = 0;
  for (char c = *name; c != 0; c = *++name) {
    if (c == ' ') {
      const std::size_t space = space_length(text, j);
      if (space != 0) {
        j += space;
      } else if (j < text.size() && text[j] == '-') {
        spelling.hyphen = j++;
      } else {
        return 0;
      }
      before = ' ';
      continue;
    }
    if (j >= text.size()) return 0;
    if (c != text[j]) {
      if (fold(c, before) != fold(text[j], j > at ? text[j - 1] : '\0')) return 0;
      spelling.exact = false;
    }
    if (text[j] >= 'a' && text[j] <= 'z') spelling.all_upper = false;
    before = c;
    ++j;
  }
  return j;
}

// Of a name in another case than its own.
bool case_fits(std::string_view name, std::string_view text, std::size_t at,
               const Spelling& spelling) {
  if (name.size() < 4) return spelling.all_upper;
  return spelling.all_upper || text[at] == name.front() || is_upper(code_point_at(text, at)) ||
         is_address(name);
}

// The end of the name with its genitive, or 0 where no word may end.
std::size_t end_with_genitive(std::string_view text, std::size_t end) {
  if (is_word_edge(text, end)) {
    for (const std::string_view genitive : {"'s", "\u2019s"}) {
      if (text.compare(end, genitive.size(), genitive) == 0 &&
          is_word_edge(text, end + genitive.size())) {
        return end + genitive.size();
      }
    }
    return end;
  }
  if (end < text.size() && (text[end] == 's' || text[end] == 'S') && is_word_edge(text, end + 1)) {
    return end + 1;
  }
  return 0;
}

// Where the name ends in the text, of which scraping may have glued the next word to it, or 0.
std::size_t end_of_name(std::string_view name, std::string_view text, std::size_t end, bool exact) {
  const std::size_t full_end = end_with_genitive(text, end);
  if (full_end != 0 || !exact) return full_end;
  const bool border = is_border(text, end);
  const bool several_words = name.find(' ') != name.npos;
  const bool one_letter = name.rfind(' ') + 2 == name.size();  // "Kanal D" in "Kanal Duisburg"
  const bool sure = border && several_words && !one_letter;
  return sure || ((border || several_words) && is_glued(text, end)) ? end : 0;
}

}  // namespace

std::size_t space_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == ' ' || text[at] == '\t' || text[at] == '\n') return 1;
  if (text.compare(at, 2, "\u00A0") == 0) return 2;
  if (text.compare(at, 3, "\u202F") == 0 || text.compare(at, 3, "\u2009") == 0) return 3;
  return 0;
}

bool is_address(std::string_view name) {
  constexpr std::size_t longest_domain = 4;
  const std::size_t dot = name.rfind('.');
  return dot != name.npos && dot > 0 && name.size() - dot - 1 >= 2 &&
         name.size() - dot - 1 <= longest_domain &&
         std::ranges::all_of(name.substr(dot + 1), is_ascii_lower) && name.find(' ') == name.npos;
}

WrittenName written_name(const char* name, std::string_view text, std::size_t at) {
  Spelling spelling;
  const std::size_t end = match_name(name, text, at, spelling);
  if (end == 0 || (!spelling.exact && !case_fits(name, text, at, spelling))) return {};
  return {end_of_name(name, text, end, spelling.exact), spelling.hyphen};
}

}  // namespace faktum
