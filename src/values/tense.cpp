#include "values/tense.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "values/date_words.hpp"

namespace faktum {
namespace {

using Keys = PhraseTable::Keys;

struct Word {
  Span span;
  std::size_t clause;                // its number in the sentence
  mutable std::optional<Keys> keys;  // of [words.tense] that fit it, once asked for
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
      words.push_back({{begin, at}, clause, std::nullopt});
      continue;
    }
    const std::size_t next = at + character.size;
    const bool decimal = next < text.size() && is_digit(code_point_at(text, next));
    const bool dash = character.code_point == '-' && at > sentence.begin && text[at - 1] == ' ' &&
                      next < text.size() && text[next] == ' ';
    if (is_clause_border(character.code_point) || (character.code_point == ',' && !decimal) ||
        dash) {
      ++clause;
    }
    at = next;
  }
  return words;
}

// The phrase tables of [words.tense] and one sentence.
class TenseReader {
 public:
  TenseReader(std::string_view text, Span sentence, Span mention, const TenseWords& keys)
      : text_(text),
        sentence_(sentence),
        mention_(mention),
        keys_(keys),
        words_(words_of(text, sentence, mention, clause_)),
        preceding_(preceding_keys()) {}

  [[nodiscard]] Tense read() const {
    if (mention_.end < text_.size() && text_[mention_.end] == '-') return Tense::present;
    if (preceded_by(keys_.preceded_by_past)) return Tense::past;
    if (preceded_by(keys_.preceded_by_future)) return Tense::future;
    if (preceded_by(keys_.preceded_by_origin) && !goes_on()) return Tense::past;
    if (belongs_to(keys_.event_ahead, 7)) return Tense::future;
    const auto tense = nearest_verb(true);
    if (preceded_by(keys_.preceded_by_already) && tense != Tense::future &&
        tense != Tense::present) {
      return Tense::past;
    }
    if (preceded_by(keys_.preceded_by_aim) && clause_has(keys_.aims, clause_)) return Tense::future;
    if (followed_by(keys_.followed_by_future)) return Tense::future;
    if (followed_by(keys_.followed_by_past) && !followed_by(keys_.future)) return Tense::past;
    if (tense == Tense::past || tense == Tense::future) return *tense;
    if (preceded_by(keys_.preceded_by_limit) || is_start()) return Tense::future;
    if (belongs_to(keys_.event, 4)) return Tense::report;
    if (tense) return *tense;
    if (const auto infinitive = infinitive_tense()) return *infinitive;
    if ((is_first_constituent() && followed_by_plural()) || has_plural()) return Tense::present;
    if (ends_with_participle()) return Tense::past;
    if (opens_bracket() && followed_by_time()) return Tense::future;
    return nearest_verb(false).value_or(followed_by_time() ? Tense::future : Tense::unknown);
  }

 private:
  [[nodiscard]] std::string_view word(const Word& word) const { return word.span.of(text_); }

  [[nodiscard]] bool fits(Keys keys, const Word& word) const {
    if (!word.keys) word.keys = keys_.table->keys_of(word.span.of(text_));
    return (*word.keys & keys) != 0;
  }

  // The keys of the phrases, of one or more words, that stand before the mention, spaces apart.
  [[nodiscard]] Keys preceding_keys() const {
    constexpr std::size_t longest_phrase = 80;  // bytes
    const std::size_t end = skip_spaces_back(text_, mention_.begin, sentence_.begin);
    const std::size_t begin = std::max(sentence_.begin, end - std::min(end, longest_phrase));
    const Lowered lowered(text_.substr(begin, end - begin));
    const std::string_view before = lowered.view();
    Keys keys = 0;
    for (const TablePhrase& phrase : keys_.table->ending_in(word_before(before, before.size()))) {
      if (phrase.key < 64 && before.ends_with(phrase.text) &&
          is_word_edge(text_, end - phrase.text.size())) {
        keys |= Keys{1} << phrase.key;
      }
    }
    return keys;
  }

  [[nodiscard]] bool preceded_by(Keys keys) const { return (preceding_ & keys) != 0; }

  [[nodiscard]] bool followed_by(Keys keys) const {
    const auto next = std::ranges::find_if(
        words_, [&](const Word& other) { return other.span.begin >= mention_.end; });
    return next != words_.end() && next->span.begin <= mention_.end + 2 &&
           next->clause == clause_ && is_lower(code_point_at(text_, next->span.begin)) &&
           fits(keys, *next);
  }

  // "Nach dem Unglück am Samstag rollt der Verkehr": the date says when the event was, which not
  // more than `reach` words before it begins to be told.
  [[nodiscard]] bool belongs_to(Keys event, std::ptrdiff_t reach) const {
    const auto behind = std::ranges::find_if(
        words_, [&](const Word& other) { return other.span.begin >= mention_.begin; });
    const auto from = behind - std::min(behind - words_.begin(), reach);
    const auto found = std::find_if(from, behind, [&](const Word& other) {
      return other.clause == clause_ && fits(event, other);
    });
    return found != behind &&
           std::any_of(std::next(found), behind,
                       [&](const Word& other) {
                         return is_upper(code_point_at(text_, other.span.begin));
                       }) &&
           std::none_of(std::next(found), behind,
                        [&](const Word& other) { return fits(keys_.audience, other); });
  }

  // "Vom 8. bis 12. Juli wandern die Kinder": German has its verb in the second place, so what
  // looks like an infinitive there is a plural in the present.
  [[nodiscard]] bool is_first_constituent() const {
    return std::ranges::count_if(words_, [&](const Word& other) {
             return other.clause == clause_ && other.span.begin < mention_.begin;
           }) <= 2;
  }

  [[nodiscard]] bool followed_by_plural() const {
    return followed_by(keys_.plurals) && !followed_by(keys_.no_plurals);
  }

  // "Pendler brauchen am Freitag Geduld": behind a noun, and not at the end of the clause, where an
  // infinitive stands.
  [[nodiscard]] bool has_plural() const {
    for (std::size_t i = 1; i + 1 < words_.size(); ++i) {
      const std::string_view form = word(words_[i]);
      if (words_[i].clause == clause_ && words_[i - 1].clause == clause_ &&
          words_[i + 1].clause == clause_ && is_lower(code_point_at(form, 0)) &&
          is_upper(code_point_at(word(words_[i - 1]), 0)) && fits(keys_.plurals, words_[i]) &&
          !fits(keys_.no_plurals, words_[i]) && !is_participle(words_[i])) {
        return true;
      }
    }
    return false;
  }

  // "Sonntag, 8 Uhr: Messe"
  [[nodiscard]] bool followed_by_time() const {
    constexpr std::size_t kReach = 14;
    const std::string_view behind = text_.substr(mention_.end, kReach);
    return behind.find(" Uhr") != std::string_view::npos;
  }

  [[nodiscard]] bool opens_bracket() const {
    return mention_.begin > sentence_.begin && text_[mention_.begin - 1] == '(';
  }

  // "erst am Freitag gestartet, ": the auxiliary is left out.
  [[nodiscard]] bool ends_with_participle() const {
    const auto next = std::ranges::find_if(
        words_, [&](const Word& other) { return other.span.begin >= mention_.end; });
    if (next == words_.end() || next->clause != clause_ || !is_participle(*next)) return false;
    return std::next(next) == words_.end() || std::next(next)->clause != clause_;
  }

  // "vom 3. bis 12. Mai", "vom 3. Mai an".
  [[nodiscard]] bool goes_on() const {
    const std::string_view mention = mention_.of(text_);
    return mention.find(" bis ") != mention.npos || mention.find_first_of("-/") != mention.npos ||
           mention.find("–") != mention.npos || followed_by(keys_.origin_goes_on);
  }

  // "von April an"
  [[nodiscard]] bool is_start() const {
    return preceded_by(keys_.preceded_by_start) && followed_by(keys_.origin_goes_on);
  }

  [[nodiscard]] bool clause_has(Keys keys, std::size_t clause) const {
    return std::ranges::any_of(
        words_, [&](const Word& other) { return other.clause == clause && fits(keys, other); });
  }

  [[nodiscard]] bool is_participle(const Word& other) const {
    return is_lower(code_point_at(text_, other.span.begin)) && fits(keys_.participles, other);
  }

  // A participle, then "haben" or "worden sein": what a modal verb governs is over ("soll ...
  // gekauft haben"), but before a limit ("will bis Ostern alle getroffen haben").
  [[nodiscard]] bool has_perfect_infinitive(std::size_t clause) const {
    if (preceded_by(keys_.preceded_by_limit)) return false;
    for (std::size_t i = 1; i < words_.size(); ++i) {
      if (words_[i].clause != clause) continue;
      if (word(words_[i]) == "sein" && word(words_[i - 1]) == "worden") return true;
      if (word(words_[i]) == "haben" && is_participle(words_[i - 1])) return true;
    }
    return false;
  }

  // Of the infinitive with "zu" that ends the mention's clause.
  [[nodiscard]] std::optional<Tense> infinitive_tense() const {
    const auto last = std::ranges::find_if(
        words_.rbegin(), words_.rend(), [&](const Word& other) { return other.clause == clause_; });
    if (last == words_.rend() || std::next(last) == words_.rend()) return std::nullopt;
    const Word& before = *std::next(last);
    if (fits(keys_.infinitives, *last)) return Tense::future;
    const std::string_view verb = word(*last);
    if (before.clause != clause_ || word(before) != "zu" || !verb.ends_with('n') ||
        !is_lower(code_point_at(verb, 0))) {
      return std::nullopt;
    }
    const bool perfect = (verb == "haben" || verb == "sein") && has_participle(clause_);
    return perfect ? Tense::past : Tense::future;
  }

  [[nodiscard]] bool has_participle(std::size_t clause) const {
    return std::ranges::any_of(
        words_, [&](const Word& other) { return other.clause == clause && is_participle(other); });
  }

  // "hat ... entschieden", "dass er entschieden hat"; "haben die Bürger Zeit" is none. Behind an
  // apposition the participle stands in another clause ("hat der Chef, Herr Li, gesagt").
  [[nodiscard]] bool is_auxiliary(std::size_t clause) const {
    if (has_participle(clause) || words_.back().clause != clause) return true;
    const auto last = std::ranges::find_if(words_.rbegin(), words_.rend(), [&](const Word& other) {
      return other.clause == clause && !fits(keys_.have, other);
    });
    if (last == words_.rend() || !is_lower(code_point_at(text_, last->span.begin))) return false;
    return word(*last).ends_with("en") || word(*last).ends_with('t');
  }

  // "ist ... gesperrt" is no perfect, "ist ... gestartet" none before an open limit.
  [[nodiscard]] bool is_state(std::size_t clause) const {
    return preceded_by(keys_.preceded_by_open_limit) || clause_has(keys_.states, clause);
  }

  // "Sie verschickt Karten": a participle only with an auxiliary.
  [[nodiscard]] bool is_finite(const Word& verb) const {
    const Keys auxiliaries = keys_.perfect | keys_.have | keys_.passive | keys_.pluperfect;
    return !is_participle(verb) ||
           (fits(keys_.finite, verb) && !clause_has(auxiliaries, verb.clause));
  }

  // "eine verlängerte Frist"
  [[nodiscard]] bool is_attribute(const Word& verb) const {
    const std::size_t index = static_cast<std::size_t>(&verb - words_.data());
    if (index == 0 || index + 1 == words_.size()) return false;
    const Word& before = words_[index - 1];
    const Word& next = words_[index + 1];
    return before.clause == verb.clause && next.clause == verb.clause &&
           fits(keys_.determiners, before) && is_upper(code_point_at(text_, next.span.begin));
  }

  // Verbs are small, but at the beginning of the sentence: "Kam er am Montag?", not "Schloss
  // Tirol".
  [[nodiscard]] bool is_written_as_verb(const Word& verb) const {
    if (is_lower(code_point_at(text_, verb.span.begin))) return true;
    return &verb == words_.data() &&
           (words_.size() == 1 || !is_upper(code_point_at(text_, words_[1].span.begin)));
  }

  [[nodiscard]] std::optional<Tense> tense_of(const Word& verb) const {
    if (!is_written_as_verb(verb)) return std::nullopt;
    if (fits(keys_.past_of_ge, verb)) return Tense::past;
    if (fits(keys_.ignored, verb)) return std::nullopt;
    if (fits(keys_.future, verb)) {
      // "hätte am Freitag beginnen sollen"
      if (clause_has(keys_.unreal, verb.clause)) return Tense::past;
      return has_perfect_infinitive(verb.clause) ? Tense::past : Tense::future;
    }
    if (fits(keys_.perfect, verb)) {
      return has_participle(verb.clause) && !is_state(verb.clause) ? Tense::past : Tense::present;
    }
    if (fits(keys_.have, verb)) {
      // "ab 15. Dezember zu haben"
      if (&verb != words_.data() && word(*(&verb - 1)) == "zu") return std::nullopt;
      // "haben bis Ende Juni Zeit, sich zu melden"
      const bool limited = preceded_by(keys_.preceded_by_limit) && !has_participle(verb.clause);
      return is_auxiliary(verb.clause) && !limited ? Tense::past : Tense::present;
    }
    if (fits(keys_.past, verb)) {
      return is_attribute(verb) ? std::nullopt : std::optional(Tense::past);
    }
    if (fits(keys_.reports, verb)) {
      // "will im August berichten"
      const bool governed = word(verb).ends_with("en") && clause_has(keys_.future, verb.clause);
      return governed || !is_finite(verb) ? std::nullopt : std::optional(Tense::report);
    }
    if (fits(keys_.present, verb) && is_finite(verb)) return Tense::present;
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
  const TenseWords& keys_;
  std::size_t clause_ = 0;  // the mention's
  std::vector<Word> words_;
  Keys preceding_;
};

}  // namespace

Tense tense_at(std::string_view text, Span sentence, Span mention, const TenseWords& words) {
  return TenseReader(text, sentence, mention, words).read();
}

}  // namespace faktum
