#include "values/sentence_words.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

bool is_clause_border(char32_t c) {
  constexpr std::u32string_view kBorders = U";:()[]–—„“”»«";
  return kBorders.find(c) != std::u32string_view::npos;
}

}  // namespace

SentenceWords::SentenceWords(std::string_view text, Span sentence, const PhraseTable& table)
    : text_(text), sentence_(sentence), table_(table) {
  constexpr std::size_t usual_size = 6;  // of a word and the space behind it
  words_.reserve(sentence.size() / usual_size + 1);
  std::size_t at = sentence.begin;
  while (at < sentence.end) {
    const Utf8Sequence character = utf8_sequence(text, at);
    const std::size_t begin = at;
    at += character.size;
    if (!is_word_character(character.code_point)) {
      if (ends_clause(begin)) borders_.push_back(begin);
      continue;
    }
    while (at < sentence.end && is_word_character(code_point_at(text, at))) {
      at += utf8_sequence(text, at).size;
    }
    words_.push_back(word({begin, at}, borders_.size()));
  }
}

SentenceWord SentenceWords::word(Span span, std::size_t clause) const {
  const char32_t first = code_point_at(text_, span.begin);
  return {span, clause, is_lower(first), is_upper(first), {}};
}

SentenceWord SentenceWords::part(const SentenceWord& whole, Span rest) const {
  return word(rest, whole.clause);
}

bool SentenceWords::ends_clause(std::size_t at) const {
  const Utf8Sequence mark = utf8_sequence(text_, at);
  const std::size_t next = at + mark.size;
  if (mark.code_point == ',') return !is_digit(code_point_at(text_, next));
  if (mark.code_point == '-') {
    return at > sentence_.begin && text_[at - 1] == ' ' && next < text_.size() &&
           text_[next] == ' ';
  }
  return is_clause_border(mark.code_point);
}

std::size_t SentenceWords::clause_at(std::size_t byte) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(borders_, byte) - borders_.begin());
}

PhraseTable::Keys SentenceWords::keys(const SentenceWord& word) const {
  if (!word.keys) word.keys = table_.keys_of(text(word));
  return *word.keys;
}

WordsAround::WordsAround(const SentenceWords& sentence, Span mention)
    : sentence_(sentence),
      clause_(sentence.clause_at(mention.begin)),
      hidden_(sentence.clause_at(mention.end) - clause_),
      clauses_(sentence.count_clauses() - hidden_) {
  const std::vector<SentenceWord>& all = sentence.words();
  words_.reserve(all.size() + 1);
  const auto first_hidden = std::ranges::partition_point(
      all, [&](const SentenceWord& word) { return word.span.begin < mention.begin; });
  for (auto word = all.begin(); word != first_hidden; ++word) {
    const bool is_cut = word->span.end > mention.begin;
    if (is_cut) cut_[0] = sentence.part(*word, {word->span.begin, mention.begin});
    add(is_cut ? cut_[0] : *word, clauses_[word->clause]);
  }
  next_ = words_.size();
  Clause& own = clauses_[clause_];
  if (own.begin == own.end) own.begin = own.end = next_;
  const auto behind = std::ranges::partition_point(
      all, [&](const SentenceWord& word) { return word.span.end <= mention.end; });
  for (auto word = behind; word != all.end(); ++word) {
    const bool is_cut = word->span.begin < mention.end;
    if (is_cut) cut_[1] = sentence.part(*word, {mention.end, word->span.end});
    add(is_cut ? cut_[1] : *word, clauses_[word->clause - hidden_]);
  }
}

void WordsAround::add(const SentenceWord& word, Clause& clause) {
  if (clause.begin == clause.end) clause.begin = words_.size();
  words_.push_back(&word);
  clause.end = words_.size();
}

PhraseTable::Keys WordsAround::keys_of(const Clause& clause, bool only_small) const {
  Keys keys = 0;
  for (std::size_t i = clause.begin; i < clause.end; ++i) {
    if (words_[i]->is_small || !only_small) keys |= sentence_.keys(*words_[i]);
  }
  return keys;
}

bool WordsAround::has(Keys keys, const Clause& clause) const {
  if (!clause.keys) clause.keys = keys_of(clause, false);
  return (*clause.keys & keys) != 0;
}

bool WordsAround::has_small(Keys keys, const Clause& clause) const {
  if (!clause.small_keys) clause.small_keys = keys_of(clause, true);
  return (*clause.small_keys & keys) != 0;
}

}  // namespace faktum
