#include "text/sentences.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "text/byte_marks.hpp"
#include "text/characters.hpp"
#include "text/function_words.hpp"
#include "text/sentence_end.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace faktum {
namespace {

// Text is wrapped at widths between these, in code points.
constexpr std::size_t kShortLine = 60;
constexpr std::size_t kLongLine = 100;
constexpr std::size_t kLongLineBytes = 4 * kLongLine;

// Line ends at which a phrase goes on, and marks that begin a list's item or a table's row.
constexpr std::u32string_view kContinuing = U",;-–—(&/+„‚=";
constexpr std::u32string_view kItemMarks = U"•*|·▪▶►‣◦●■©";

// Finds the bytes at which a sentence may end: full stops, line breaks and the lead bytes of the
// marks beyond ASCII.
class StopFinder {
 public:
  explicit StopFinder(std::string_view text) : text_(text) { mark(0); }

  // The first one at `at` or behind it, which must not decrease from call to call; the text's size
  // where there is none.
  std::size_t next(std::size_t at) {
    while (at < text_.size()) {
      if (at >= block_ + ByteBlock::size) mark(at / ByteBlock::size * ByteBlock::size);
      const std::uint64_t rest = stops_ >> (at - block_);
      if (rest != 0) return at + static_cast<std::size_t>(std::countr_zero(rest));
      at = block_ + ByteBlock::size;
    }
    return text_.size();
  }

 private:
  void mark(std::size_t block) {
    block_ = block;
    stops_ = ByteBlock(text_, block).marks([](Bytes16 c) {
      return (c == '.') | (c == '!') | (c == '?') | (c == '\n') | (c == '\r') | (c == 0xE2) |
             (c == 0xE3) | (c == 0xEF);
    });
  }

  std::string_view text_;
  std::size_t block_ = 0;
  std::uint64_t stops_ = 0;
};

constexpr char32_t kLineSeparator = U'\u2028';
constexpr char32_t kParagraphSeparator = U'\u2029';

// White space and the line breaks in it.
struct Blank {
  std::size_t end = 0;
  int breaks = 0;  // CRLF is one, a paragraph separator two
};

Blank blank_at(std::string_view text, std::size_t at) {
  Blank blank{at, 0};
  while (blank.end < text.size()) {
    const Utf8Sequence sequence = utf8_sequence(text, blank.end);
    if (!is_space(sequence.code_point)) break;
    switch (sequence.code_point) {
      case U'\r':
        if (text.substr(blank.end + 1, 1) != "\n") ++blank.breaks;
        break;
      case U'\n':
      case kLineSeparator:
        ++blank.breaks;
        break;
      case kParagraphSeparator:
        blank.breaks += 2;
        break;
      default:
        break;
    }
    blank.end += sequence.size;
  }
  return blank;
}

bool begins_item(std::string_view text, std::size_t at) {
  return kItemMarks.find(code_point_at(text, at)) != kItemMarks.npos;
}

// A dash at the line's begin may go on with the phrase, unless the line before it is an item, too,
// or announces a list.
bool begins_dashed_item(std::string_view text, Span line, std::size_t at) {
  constexpr std::u32string_view kDashes = U"-–+";
  const Utf8Sequence mark = utf8_sequence(text, at);
  return kDashes.find(mark.code_point) != kDashes.npos && at + mark.size < text.size() &&
         text[at + mark.size] == ' ' &&
         (code_point_before(text, line.end) == U':' ||
          code_point_at(text, line.begin) == mark.code_point);
}

bool is_long(std::string_view line) {
  return line.size() > kLongLineBytes || count_code_points(line) > kLongLine;
}

// Whether the break between two lines was made on purpose: the next word had found room, or one of
// the lines is longer than anyone wraps. `rest` begins with the second line.
bool is_deliberate(std::string_view line, std::string_view rest) {
  const std::string_view window = rest.substr(0, kLongLineBytes + 1);
  if (is_long(line) || is_long(window.substr(0, window.find_first_of("\r\n")))) return true;
  const std::string_view word = window.substr(0, window.find_first_of(" \t\r\n"));
  return count_code_points(line) + 1 + count_code_points(word) < kShortLine;
}

// Whether the single break between `line`, which ends without a terminator, and byte `next` ends
// the sentence.
bool line_ends_sentence(std::string_view text, Span line, std::size_t next) {
  if (begins_item(text, next) || begins_dashed_item(text, line, next)) return true;
  const std::size_t first = skip_opening(text, next);
  if (!begins_capital(text, first) && !is_digit(code_point_at(text, first))) return false;
  const char32_t last = code_point_before(text, line.end);
  if (last == U':') return true;
  if (kContinuing.find(last) != kContinuing.npos) return false;
  if (contains_lowered(kLeadOn, word_before(text, line.end))) return false;
  return is_deliberate(line.of(text), text.substr(next));
}

// The end of a piece of an endless sentence that begins at `begin`: a line break, a comma or a
// space in its second half, best in this order.
std::size_t piece_end(std::string_view text, std::size_t begin) {
  const std::string_view half =
      text.substr(begin + kLongestSentence / 2, kLongestSentence - kLongestSentence / 2);
  for (const std::string_view border : {"\n", ", ", " "}) {
    const std::size_t at = half.rfind(border);
    if (at != half.npos) return begin + kLongestSentence / 2 + at + (border == ", " ? 1 : 0);
  }
  std::size_t end = begin + kLongestSentence;
  while (end > begin + kLongestSentence / 2 && is_continuation(text[end])) --end;
  return end;
}

}  // namespace

void split_sentences(std::string_view text, std::vector<Span>& sentences) {
  sentences.clear();
  std::size_t begin = blank_at(text, 0).end;  // of the sentence
  std::size_t line = begin;                   // of the line, or the sentence in it
  std::size_t at = begin;
  const auto end_sentence = [&](std::size_t end, std::size_t next) {
    while (end - begin > kLongestSentence) {
      const std::size_t border = piece_end(text, begin);
      sentences.push_back({begin, skip_spaces_back(text, border, begin)});
      begin = blank_at(text, border).end;
    }
    sentences.push_back({begin, end});
    begin = line = at = next;
  };

  StopFinder stops(text);
  while ((at = stops.next(at)) < text.size()) {
    const Terminator terminator = terminator_at(text, at);
    if (terminator.end > at) {
      const Blank blank = blank_at(text, terminator.end);
      const bool goes_on = blank.end == text.size() || blank.breaks > 1 || at == begin;
      if (!goes_on && (ends_sentence(text, terminator, begin, blank.end) ||
                       (blank.breaks == 1 && begins_item(text, blank.end)))) {
        end_sentence(terminator.end, blank.end);
      } else if (blank.breaks == 1 && at != begin) {  // judged: the line's end adds nothing
        line = at = blank.end;
      } else {
        at = terminator.end;
      }
      continue;
    }
    const Blank blank = blank_at(text, at);
    if (blank.breaks == 0) {  // other white space or another character with one of the lead bytes
      at = std::max(blank.end, at + utf8_sequence(text, at).size);
      continue;
    }
    const Span last_line{line, skip_spaces_back(text, at, begin)};
    if (blank.end < text.size() &&
        (blank.breaks > 1 || line_ends_sentence(text, last_line, blank.end))) {
      end_sentence(last_line.end, blank.end);
    } else {
      line = at = blank.end;
    }
  }
  const std::size_t end = skip_spaces_back(text, text.size(), begin);
  if (end > begin) end_sentence(end, text.size());
}

}  // namespace faktum
