#include "values/verbs.hpp"

#include <algorithm>
#include <string_view>

namespace faktum {

Verbs::Verbs(const WordsAround& words, const TenseWords& keys, Span mention, Keys preceding)
    : words_(words),
      keys_(keys),
      mention_(mention),
      preceding_(preceding),
      ends_like_participle_(ends_like_participle()) {}

std::optional<Tense> Verbs::nearest_in_clause() const {
  return nearest(words_.clause().begin, words_.clause().end);
}

std::optional<Tense> Verbs::nearest_in_sentence() const { return nearest(0, words_.size()); }

std::optional<Tense> Verbs::nearest(std::size_t begin, std::size_t end) const {
  std::optional<Tense> present;
  std::size_t before = words_.next();
  std::size_t behind = words_.next();
  while (before > begin || behind < end) {
    const bool goes_back =
        behind == end || (before > begin && distance(before - 1) <= distance(behind));
    const auto tense = tense_of(goes_back ? --before : behind++);
    if (tense && tense != Tense::present) return tense;
    if (tense) present = tense;
  }
  return present;
}

std::size_t Verbs::distance(std::size_t word) const {
  const Span span = words_[word].span;
  return word < words_.next() ? mention_.begin - span.end : span.begin - mention_.end;
}

std::optional<Tense> Verbs::infinitive() const {
  const Clause& clause = words_.clause();
  if (clause.begin == clause.end || clause.end < 2) return std::nullopt;
  const std::size_t last = clause.end - 1;
  if (words_.fits(keys_.infinitives, last)) return Tense::future;
  const std::string_view verb = words_.text(last);
  if (last == clause.begin || words_.text(last - 1) != "zu" || !verb.ends_with('n') ||
      !words_[last].is_small) {
    return std::nullopt;
  }
  const bool perfect = (verb == "haben" || verb == "sein") && has_participle(clause);
  // "im September noch für 105 Euro zu haben, kostet das Modul"
  const bool offered = verb == "haben" || verb == "bekommen";
  return perfect || offered ? Tense::past : Tense::future;
}

bool Verbs::is_participle(std::size_t word) const {
  return words_[word].is_small && words_.fits(keys_.participles, word);
}

bool Verbs::has_participle(const Clause& clause) const {
  return words_.has_small(keys_.participles, clause);
}

// A participle, then "haben" or "worden sein": what a modal verb governs is over ("soll ...
// gekauft haben"), but before a limit ("will bis Ostern alle getroffen haben").
bool Verbs::has_perfect_infinitive(const Clause& clause) const {
  if (preceded_by(keys_.preceded_by_limit)) return false;
  for (std::size_t i = std::max<std::size_t>(clause.begin, 1); i < clause.end; ++i) {
    const std::string_view verb = words_.text(i);
    if (verb == "sein" && words_.text(i - 1) == "worden") return true;
    if (verb == "haben" && is_participle(i - 1)) return true;
  }
  return false;
}

// But for forms of "haben" at its end.
bool Verbs::ends_like_participle() const {
  if (words_.size() == 0) return false;
  std::size_t end = words_.size();
  const std::size_t begin = words_.clause_of(end - 1).begin;
  while (end > begin && words_.fits(keys_.have, end - 1)) --end;
  if (end == begin || !words_[end - 1].is_small) return false;
  const std::string_view last = words_.text(end - 1);
  return last.ends_with("en") || last.ends_with('t');
}

// "hat ... entschieden", "dass er entschieden hat"; "haben die Bürger Zeit" is none. Behind an
// apposition the participle stands in another clause ("hat der Chef, Herr Li, gesagt").
bool Verbs::is_auxiliary(std::size_t word) const {
  const Clause& clause = words_.clause_of(word);
  return has_participle(clause) || clause.end != words_.size() || ends_like_participle_;
}

// "ist ... gesperrt" is no perfect, "ist ... gestartet" none before an open limit.
bool Verbs::is_state(const Clause& clause) const {
  return preceded_by(keys_.preceded_by_open_limit) || words_.has(keys_.states, clause);
}

// "Sie verschickt Karten": a participle only with an auxiliary.
bool Verbs::is_finite(std::size_t word) const {
  const Keys auxiliaries = keys_.perfect | keys_.have | keys_.passive | keys_.pluperfect;
  return !is_participle(word) ||
         (words_.fits(keys_.finite, word) && !words_.has(auxiliaries, words_.clause_of(word)));
}

// "eine verlängerte Frist"
bool Verbs::is_attribute(std::size_t word) const {
  const Clause& clause = words_.clause_of(word);
  return word > clause.begin && word + 1 < clause.end && words_.fits(keys_.determiners, word - 1) &&
         words_[word + 1].is_capital;
}

// Verbs are small, but at the beginning of the sentence: "Kam er am Montag?", not "Schloss
// Tirol".
bool Verbs::is_written_as_verb(std::size_t word) const {
  if (words_[word].is_small) return true;
  return word == 0 && (words_.size() == 1 || !words_[1].is_capital);
}

std::optional<Tense> Verbs::tense_of(std::size_t word) const {
  if (!is_written_as_verb(word)) return std::nullopt;
  const Clause& clause = words_.clause_of(word);
  if (words_.fits(keys_.past_of_ge, word)) return Tense::past;
  if (words_.fits(keys_.ignored, word)) return std::nullopt;
  if (words_.fits(keys_.future, word)) {
    // "hätte am Freitag beginnen sollen"
    if (words_.has(keys_.unreal, clause)) return Tense::past;
    return has_perfect_infinitive(clause) ? Tense::past : Tense::future;
  }
  if (words_.fits(keys_.perfect, word)) {
    return has_participle(clause) && !is_state(clause) ? Tense::past : Tense::present;
  }
  if (words_.fits(keys_.have, word)) return tense_of_have(word);
  if (words_.fits(keys_.past, word)) {
    return is_attribute(word) ? std::nullopt : std::optional(Tense::past);
  }
  if (words_.fits(keys_.reports, word)) {
    // "will im August berichten"
    const bool governed = words_.text(word).ends_with("en") && words_.has(keys_.future, clause);
    return governed || !is_finite(word) ? std::nullopt : std::optional(Tense::report);
  }
  if (words_.fits(keys_.present, word) && is_finite(word)) return Tense::present;
  return std::nullopt;
}

std::optional<Tense> Verbs::tense_of_have(std::size_t word) const {
  // "ab 15. Dezember zu haben"
  if (word > 0 && words_.text(word - 1) == "zu") return std::nullopt;
  // "haben bis Ende Juni Zeit, sich zu melden"
  const bool limited =
      preceded_by(keys_.preceded_by_limit) && !has_participle(words_.clause_of(word));
  return is_auxiliary(word) && !limited ? Tense::past : Tense::present;
}

}  // namespace faktum
