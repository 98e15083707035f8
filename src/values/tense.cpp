#include "values/tense.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "values/date_words.hpp"

namespace faktum {
namespace {

using Phrases = std::vector<std::string>;

struct Word {
  Span span;
  std::size_t clause;  // its number in the sentence
};

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

bool is_clause_border(char32_t c) {
  constexpr std::u32string_view kBorders = U";:()[]–—„“”»«";
  return kBorders.find(c) != std::u32string_view::npos;
}

// The words of the sentence with their clauses; the mention is skipped and lies in
// `mention_clause`.
std::vector<Word> words_of(std::string_view text, Span sentence, Span mention,
                           std::size_t& mention_clause) {
  std::vector<Word> words;
  std::size_t clause = 0;
  std::size_t at = sentence.begin;
  while (at < sentence.end) {
    if (at == mention.begin) {
      mention_clause = clause;
      at = mention.end;
      continue;
    }
    const Utf8Sequence character = utf8_sequence(text, at);
    if (is_word_character(character.code_point)) {
      const std::size_t begin = at;
      while (at < sentence.end && at != mention.begin &&
             is_word_character(code_point_at(text, at))) {
        at += utf8_sequence(text, at).size;
      }
      words.push_back({{begin, at}, clause});
      continue;
    }
    const std::size_t next = at + character.size;
    const bool decimal = next < text.size() && is_digit(code_point_at(text, next));
    if (is_clause_border(character.code_point) || (character.code_point == ',' && !decimal)) {
      ++clause;
    }
    at = next;
  }
  return words;
}

// The phrase tables of [words.tense] and one sentence.
class TenseReader {
 public:
  TenseReader(std::string_view text, Span sentence, Span mention, const WordTables& tables)
      : text_(text), sentence_(sentence), mention_(mention) {
    const auto found = tables.find("tense");
    if (found != tables.end()) phrases_ = &found->second;
    words_ = words_of(text, sentence, mention, clause_);
  }

  [[nodiscard]] Tense read() const {
    if (mention_.end < text_.size() && text_[mention_.end] == '-') return Tense::present;
    if (preceded_by("preceded_by_past")) return Tense::past;
    if (preceded_by("preceded_by_future")) return Tense::future;
    if (preceded_by("preceded_by_origin") && !goes_on()) return Tense::past;
    if (preceded_by("preceded_by_aim") && clause_has("aims")) return Tense::future;
    if (followed_by("followed_by_future")) return Tense::future;
    if (followed_by("followed_by_past")) return Tense::past;
    const auto tense = nearest_verb(true);
    if (tense && tense != Tense::present) return *tense;
    if (preceded_by("preceded_by_limit")) return Tense::future;
    if (tense) return *tense;
    return nearest_verb(false).value_or(Tense::past);
  }

 private:
  [[nodiscard]] std::string_view word(const Word& word) const { return word.span.of(text_); }

  [[nodiscard]] const Phrases& phrases(std::string_view key) const {
    static const Phrases none;
    if (phrases_ == nullptr) return none;
    const auto found = phrases_->find(std::string(key));
    return found == phrases_->end() ? none : found->second;
  }

  [[nodiscard]] bool fits(std::string_view key, std::string_view word) const {
    return std::ranges::any_of(
        phrases(key), [&](const std::string& phrase) { return phrase_fits(phrase, word); });
  }

  // A phrase of the table, of one or more words, stands before the mention, spaces apart.
  [[nodiscard]] bool preceded_by(std::string_view key) const {
    std::size_t end = mention_.begin;
    while (end > sentence_.begin && is_space(code_point_before(text_, end))) --end;
    return std::ranges::any_of(phrases(key), [&](const std::string& phrase) {
      if (end - sentence_.begin < phrase.size()) return false;
      const std::size_t begin = end - phrase.size();
      return phrase_fits(phrase, text_.substr(begin, phrase.size())) && is_word_edge(text_, begin);
    });
  }

  [[nodiscard]] bool followed_by(std::string_view key) const {
    const auto next = std::ranges::find_if(
        words_, [&](const Word& other) { return other.span.begin >= mention_.end; });
    return next != words_.end() && next->span.begin <= mention_.end + 2 &&
           next->clause == clause_ && is_lower(code_point_at(text_, next->span.begin)) &&
           fits(key, word(*next));
  }

  // "vom 3. bis 12. Mai", "vom 3. Mai an".
  [[nodiscard]] bool goes_on() const {
    const std::string_view mention = mention_.of(text_);
    return mention.find(" bis ") != mention.npos || mention.find_first_of("-/") != mention.npos ||
           mention.find("–") != mention.npos || followed_by("origin_goes_on");
  }

  [[nodiscard]] bool clause_has(std::string_view key) const {
    return std::ranges::any_of(words_, [&](const Word& other) {
      return other.clause == clause_ && fits(key, word(other));
    });
  }

  [[nodiscard]] bool is_participle(const Word& other) const {
    return is_lower(code_point_at(text_, other.span.begin)) && fits("participles", word(other));
  }

  // A participle, then "haben", or "worden": what a modal verb governs is over ("soll ... gekauft
  // haben").
  [[nodiscard]] bool has_perfect_infinitive(std::size_t clause) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].clause != clause) continue;
      if (word(words_[i]) == "worden") return true;
      if (i > 0 && word(words_[i]) == "haben" && is_participle(words_[i - 1])) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_participle(std::size_t clause) const {
    return std::ranges::any_of(
        words_, [&](const Word& other) { return other.clause == clause && is_participle(other); });
  }

  [[nodiscard]] std::optional<Tense> tense_of(const Word& verb) const {
    // Verbs are written small, except at the beginning of the sentence.
    if (&verb != words_.data() && !is_lower(code_point_at(text_, verb.span.begin))) {
      return std::nullopt;
    }
    const std::string_view form = word(verb);
    if (fits("ignored", form)) return std::nullopt;
    if (fits("future", form)) {
      return has_perfect_infinitive(verb.clause) ? Tense::past : Tense::future;
    }
    if (fits("perfect", form)) return has_participle(verb.clause) ? Tense::past : Tense::present;
    if (fits("past", form)) return Tense::past;
    if (fits("present", form) && !is_participle(verb)) return Tense::present;
    return std::nullopt;
  }

  [[nodiscard]] std::size_t distance(const Word& other) const {
    return other.span.begin >= mention_.end ? other.span.begin - mention_.end
                                            : mention_.begin - other.span.end;
  }

  [[nodiscard]] std::optional<Tense> nearest_verb(bool in_own_clause) const {
    std::optional<Tense> best;
    std::size_t best_distance = 0;
    for (const Word& candidate : words_) {
      if (in_own_clause && candidate.clause != clause_) continue;
      const auto tense = tense_of(candidate);
      if (!tense) continue;
      const bool weaker = *tense == Tense::present && best && best != Tense::present;
      const bool stronger = *tense != Tense::present && best == Tense::present;
      if (best && !stronger && (weaker || distance(candidate) >= best_distance)) continue;
      best = tense;
      best_distance = distance(candidate);
    }
    return best;
  }

  std::string_view text_;
  Span sentence_;
  Span mention_;
  const std::map<std::string, Phrases>* phrases_ = nullptr;
  std::vector<Word> words_;
  std::size_t clause_ = 0;
};

}  // namespace

Tense tense_at(std::string_view text, Span sentence, Span mention, const WordTables& tables) {
  return TenseReader(text, sentence, mention, tables).read();
}

}  // namespace faktum
