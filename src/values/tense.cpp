#include "values/tense.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "text/characters.hpp"
#include "text/words.hpp"
#include "values/verbs.hpp"

namespace faktum {
namespace {

using Keys = PhraseTable::Keys;

// The keys of the phrases, of one or more words, that end at `at`, spaces apart.
Keys keys_before(std::string_view text, std::size_t at, std::size_t sentence_begin,
                 const PhraseTable& table) {
  constexpr std::size_t longest_phrase = 80;  // bytes
  const std::size_t end = skip_spaces_back(text, at, sentence_begin);
  const std::size_t begin = std::max(sentence_begin, end - std::min(end, longest_phrase));
  const Lowered lowered(text.substr(begin, end - begin));
  const std::string_view before = lowered.view();
  Keys keys = 0;
  for (const TablePhrase& phrase : table.ending_in(word_before(before, before.size()))) {
    if (phrase.key < 64 && before.ends_with(phrase.text) &&
        is_word_edge(text, end - phrase.text.size())) {
      keys |= Keys{1} << phrase.key;
    }
  }
  return keys;
}

// One mention in its sentence.
class TenseReader {
 public:
  TenseReader(std::string_view text, Span mention, Keys preceding, const WordsAround& words,
              const TenseWords& keys)
      : text_(text),
        mention_(mention),
        preceding_(preceding),
        words_(words),
        keys_(keys),
        clause_(words.clause()),
        verbs_(words, keys, mention, preceding) {}

  [[nodiscard]] Tense read() const {
    if (preceded_by(keys_.preceded_by_origin) && !goes_on()) return Tense::past;
    if (belongs_to(keys_.event_ahead, 7)) return Tense::future;
    const auto tense = verbs_.nearest_in_clause();
    if (preceded_by(keys_.preceded_by_already) && tense != Tense::future &&
        tense != Tense::present) {
      return Tense::past;
    }
    if (preceded_by(keys_.preceded_by_aim) && words_.has(keys_.aims, clause_)) return Tense::future;
    if (followed_by(keys_.followed_by_future)) return Tense::future;
    if (followed_by(keys_.followed_by_past) && !followed_by(keys_.future)) return Tense::past;
    if (tense == Tense::past || tense == Tense::future) return *tense;
    if (preceded_by(keys_.preceded_by_limit) || is_start()) return Tense::future;
    if (belongs_to(keys_.event, 4)) return Tense::report;
    if (tense) return *tense;
    if (const auto infinitive = verbs_.infinitive()) return *infinitive;
    if ((is_first_constituent() && followed_by_plural()) || has_plural()) return Tense::present;
    if (ends_with_participle()) return Tense::past;
    if (opens_bracket() && followed_by_time()) return Tense::future;
    return verbs_.nearest_in_sentence().value_or(followed_by_time() ? Tense::future
                                                                    : Tense::unknown);
  }

 private:
  [[nodiscard]] bool preceded_by(Keys keys) const { return (preceding_ & keys) != 0; }

  [[nodiscard]] bool followed_by(Keys keys) const {
    const std::size_t next = words_.next();
    return next != clause_.end && words_[next].span.begin <= mention_.end + 2 &&
           words_[next].is_small && words_.fits(keys, next);
  }

  // "Nach dem Unglück am Samstag rollt der Verkehr": the date says when the event was, which not
  // more than `reach` words before it begins to be told.
  [[nodiscard]] bool belongs_to(Keys event, std::size_t reach) const {
    const std::size_t end = words_.next();
    std::size_t word = end - std::min(end - clause_.begin, reach);
    while (word < end && !words_.fits(event, word)) ++word;
    bool is_told = false;
    for (++word; word < end; ++word) {
      if (words_.fits(keys_.audience, word)) return false;
      is_told = is_told || words_[word].is_capital;
    }
    return is_told;
  }

  // "Vom 8. bis 12. Juli wandern die Kinder": German has its verb in the second place, so what
  // looks like an infinitive there is a plural in the present.
  [[nodiscard]] bool is_first_constituent() const { return words_.next() - clause_.begin <= 2; }

  [[nodiscard]] bool followed_by_plural() const {
    return followed_by(keys_.plurals) && !followed_by(keys_.no_plurals);
  }

  // "Pendler brauchen am Freitag Geduld": behind a noun, and not at the end of the clause, where an
  // infinitive stands.
  [[nodiscard]] bool has_plural() const {
    for (std::size_t i = clause_.begin + 1; i + 1 < clause_.end; ++i) {
      if (words_[i].is_small && words_[i - 1].is_capital && words_.fits(keys_.plurals, i) &&
          !words_.fits(keys_.no_plurals, i) && !verbs_.is_participle(i)) {
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
    return mention_.begin > words_.sentence().begin && text_[mention_.begin - 1] == '(';
  }

  // "erst am Freitag gestartet, ": the auxiliary is left out.
  [[nodiscard]] bool ends_with_participle() const {
    return words_.next() + 1 == clause_.end && verbs_.is_participle(words_.next());
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

  std::string_view text_;
  Span mention_;
  Keys preceding_;
  const WordsAround& words_;
  const TenseWords& keys_;
  const Clause& clause_;  // the mention's
  Verbs verbs_;
};

}  // namespace

Tense TextTenses::at(Span sentence, Span mention) {
  if (mention.end < text_.size() && text_[mention.end] == '-') return Tense::present;
  const Keys preceding = keys_before(text_, mention.begin, sentence.begin, *keys_.table);
  if ((preceding & keys_.preceded_by_past) != 0) return Tense::past;
  if ((preceding & keys_.preceded_by_future) != 0) return Tense::future;
  if (!words_ || words_->sentence() != sentence) words_.emplace(text_, sentence, *keys_.table);
  const WordsAround around(*words_, mention);
  return TenseReader(text_, mention, preceding, around, keys_).read();
}

}  // namespace faktum
