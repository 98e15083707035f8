#include "text/sentence_end.hpp"

#include <algorithm>
#include <string_view>

#include "text/abbreviations.hpp"
#include "text/ascii.hpp"
#include "text/characters.hpp"
#include "text/full_stop.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace faktum {
namespace {

// Bounds looking around, so that no text takes more than linear time.
constexpr std::size_t kLongestToken = 160;  // bytes

constexpr std::string_view kFullwidthMarks = "。．！？";

constexpr std::u32string_view kMarks = U".!?…‼⁇⁈⁉。．！？";
constexpr std::u32string_view kClosing = U")]}\"'“”‘’»«›‹」』）";
constexpr std::u32string_view kJoining = U",;:)]}&/=%|.!?";  // a sentence goes on before these

bool is_one_of(std::u32string_view set, char32_t c) { return set.find(c) != set.npos; }

// The token around `at`, as far as white space or a bound.
std::string_view token_around(std::string_view text, std::size_t at) {
  const auto is_blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  const std::size_t least = at > kLongestToken ? at - kLongestToken : 0;
  const std::size_t most = std::min(text.size(), at + kLongestToken);
  std::size_t begin = at;
  while (begin > least && !is_blank(text[begin - 1])) --begin;
  std::size_t end = at;
  while (end < most && !is_blank(text[end])) ++end;
  return text.substr(begin, end - begin);
}

bool is_address(std::string_view token) {
  return token.find("://") != std::string_view::npos ||
         token.find("www.") != std::string_view::npos ||
         token.find_first_of("@\\") != std::string_view::npos;
}

// "node.JS", "Booking.Com", "System.Out.Println", "Seite.php?Action=": a name, not two sentences.
bool is_dotted_name(std::string_view text, const Terminator& terminator, std::size_t next) {
  const std::string_view before = word_before(text, terminator.begin);
  const std::string_view after = word_at(text, next);
  if (is_initial(text, terminator.begin)) return true;
  const std::size_t end = next + after.size();
  const bool goes_on =
      end < text.size() &&
      (text[end] == '=' || text[end] == '_' ||
       (text[end] == '.' && end + 1 < text.size() && is_letter(code_point_at(text, end + 1))));
  const std::size_t word = terminator.begin - before.size();
  const bool chained =
      word > 0 && (text[word - 1] == '.' || text[word - 1] == '_' || text[word - 1] == '/');
  if (goes_on || chained) return !opens_sentence(text, next);
  const bool capitals = std::ranges::all_of(after, is_ascii_upper);
  if (capitals && after.size() <= 4 && !before.empty()) return true;
  return !opens_sentence(text, next) && contains_lowered(kNameEndings, after);
}

bool ends_without_space(std::string_view text, const Terminator& terminator, std::size_t next) {
  const char32_t before = code_point_before(text, terminator.begin);
  const bool closed = terminator.end > terminator.marks_end;
  if (!is_upper(code_point_at(text, next))) return false;
  if (!closed && !is_lower(before) && !is_digit(before) && before != U'%' &&
      !is_one_of(kClosing, before)) {
    return false;
  }
  if (is_address(token_around(text, terminator.begin))) return false;
  return closed || !is_dotted_name(text, terminator, next);
}

}  // namespace

Terminator terminator_at(std::string_view text, std::size_t at) {
  Terminator found{at, at, at};
  while (found.marks_end < text.size()) {
    const Utf8Sequence mark = utf8_sequence(text, found.marks_end);
    if (!is_one_of(kMarks, mark.code_point)) break;
    found.marks_end += mark.size;
  }
  if (found.marks_end == at) return found;
  found.end = found.marks_end;
  while (found.end < text.size()) {
    const Utf8Sequence closing = utf8_sequence(text, found.end);
    if (is_one_of(kClosing, closing.code_point)) {
      found.end += closing.size;
      continue;
    }
    // A reference in brackets: "im Jahr 2023.[12]"
    const std::size_t digits = digits_end(text, found.end + 1);
    const bool reference = closing.code_point == U'[' && digits > found.end + 1 &&
                           digits - found.end <= 4 && digits < text.size() && text[digits] == ']';
    if (!reference) break;
    found.end = digits + 1;
  }
  return found;
}

bool ends_sentence(std::string_view text, const Terminator& terminator, std::size_t begin,
                   std::size_t next) {
  const std::string_view marks =
      text.substr(terminator.begin, terminator.marks_end - terminator.begin);
  if (marks.size() >= 3 && kFullwidthMarks.find(marks.substr(0, 3)) != std::string_view::npos) {
    return true;
  }
  if (is_one_of(kJoining, code_point_at(text, next))) return false;
  const std::size_t first = skip_opening(text, next);
  if (first == text.size()) return false;
  if (is_lower(code_point_at(text, first)) && !begins_capital(text, first)) return false;

  if (next == terminator.end) {
    const bool quoted = first > next && code_point_at(text, next) == U'„';
    if ((first > next && !quoted) || !ends_without_space(text, terminator, first)) return false;
  }
  if (marks.find_first_of("!?") != std::string_view::npos) {
    return !kExclaimedNames.contains(word_before(text, terminator.begin)) ||
           opens_sentence(text, first);
  }
  if (marks != ".") {  // an ellipsis after a space may stand for words within the sentence
    return !is_space(code_point_before(text, terminator.begin)) || opens_sentence(text, first);
  }
  return full_stop_ends(text, terminator.begin, begin, first);
}

}  // namespace faktum
