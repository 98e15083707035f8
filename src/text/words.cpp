#include "text/words.hpp"

#include "text/ascii.hpp"
#include "text/characters.hpp"
#include "text/function_words.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

// Bounds looking around, so that no text takes more than linear time.
constexpr int kMostOpening = 8;

// Adjectives and verb forms in small letters: "neueRadeon", "vorgestelltLenovo",
// "scheiterteAnfang".
bool leads_on(std::string_view word) {
  constexpr std::size_t shortest_adjective = 5;
  constexpr std::size_t shortest_participle = 7;
  if (!is_ascii_lower(word.front())) return false;
  const bool adjective =
      word.size() >= shortest_adjective &&
      (word.ends_with('e') || word.ends_with("en") || word.ends_with("er") || word.ends_with("es"));
  const bool participle = word.size() >= shortest_participle && word.ends_with('t');
  return adjective || participle;
}

constexpr std::u32string_view kOpening = U"([{\"'„“”‚‘’»«›‹¿¡–—-*•·…";

}  // namespace

std::size_t skip_opening(std::string_view text, std::size_t at) {
  for (int skipped = 0; skipped < kMostOpening && at < text.size(); ++skipped) {
    const Utf8Sequence sequence = utf8_sequence(text, at);
    if (kOpening.find(sequence.code_point) == kOpening.npos &&
        !(skipped > 0 && is_space(sequence.code_point))) {
      break;
    }
    at += sequence.size;
  }
  return at;
}

bool begins_capital(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const Utf8Sequence first = utf8_sequence(text, at);
  if (!is_lower(first.code_point)) return is_letter(first.code_point);
  return is_upper(code_point_at(text, at + first.size));
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < kLongestWord) {
    const Utf8Sequence sequence = utf8_sequence(text, end);
    if (!is_letter(sequence.code_point)) break;
    end += sequence.size;
  }
  return text.substr(at, end - at);
}

std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestWord && is_letter(code_point_before(text, begin))) {
    begin = sequence_before(text, begin);
  }
  return text.substr(begin, at - begin);
}

std::size_t skip_spaces_back(std::string_view text, std::size_t at, std::size_t least) {
  while (at > least && is_space(code_point_before(text, at))) at = sequence_before(text, at);
  return at;
}

bool is_initial(std::string_view text, std::size_t at) {
  if (!is_letter(code_point_before(text, at))) return false;
  const char32_t before = code_point_before(text, sequence_before(text, at));
  return !is_letter(before) && !is_digit(before);
}

bool opens_sentence(std::string_view text, std::size_t at) {
  const std::string_view word = word_at(text, at);
  if (!is_upper(code_point_at(text, at))) return false;
  const std::size_t end = at + word.size();
  return (end == text.size() || text[end] != '-') && contains_lowered(kOpeners, word);
}

bool is_glued(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  return kGlued.contains(word_at(text, at)) ||
         (!is_upper(code_point_before(text, at)) && opens_sentence(text, at));
}

bool is_glued_before(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  const bool before_number = is_ascii_digit(text[at]);
  if (!before_number && !is_ascii_upper(text[at])) return false;
  const std::string_view word = word_before(text, at);
  if (word.empty() || !is_word_edge(text, at - word.size())) return false;
  if (kLeadOn.contains(word) || kGlued.contains(word) || kGluedMakers.contains(word)) return true;
  return before_number
             ? word.size() > 1 && !is_ascii_upper(word[1]) && contains_lowered(kOpeners, word)
             : leads_on(word);
}

bool is_word_begin(std::string_view text, std::size_t at) {
  return is_word_edge(text, at) || is_glued_before(text, at);
}

bool is_word_end(std::string_view text, std::size_t at) {
  return is_word_edge(text, at) || is_glued(text, at);
}

}  // namespace faktum
