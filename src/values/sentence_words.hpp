// The words of a sentence and the clauses they stand in, as they are and around a mention.
//
//   const SentenceWords sentence(text, span, table);
//   const WordsAround around(sentence, mention);
//   if (around.has(table.key("future"), around.clause())) …
//
// What the table says of a word is looked up when that is first asked, for all mentions: both
// belong to one thread.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"
#include "rules/word_tables.hpp"

namespace faktum {

// A run of letters and digits.
struct SentenceWord {
  Span span;
  std::size_t clause = 0;                         // its number in the sentence
  bool is_small = false;                          // by its first letter
  bool is_capital = false;                        // likewise
  mutable std::optional<PhraseTable::Keys> keys;  // that fit it, once they have been looked up
};

// A clause ends at a comma (but of a number), semicolon, colon, dash, bracket or quotation mark.
class SentenceWords {
 public:
  // Views the text and the table, which must outlive it.
  SentenceWords(std::string_view text, Span sentence, const PhraseTable& table);

  [[nodiscard]] Span sentence() const { return sentence_; }
  [[nodiscard]] const std::vector<SentenceWord>& words() const { return words_; }
  [[nodiscard]] std::size_t count_clauses() const { return borders_.size() + 1; }
  [[nodiscard]] std::size_t clause_at(std::size_t byte) const;

  [[nodiscard]] std::string_view text(const SentenceWord& word) const {
    return word.span.of(text_);
  }
  [[nodiscard]] PhraseTable::Keys keys(const SentenceWord&) const;

  // The word that is left where some of it is cut off.
  [[nodiscard]] SentenceWord part(const SentenceWord&, Span rest) const;

 private:
  [[nodiscard]] SentenceWord word(Span span, std::size_t clause) const;
  [[nodiscard]] bool ends_clause(std::size_t at) const;

  std::string_view text_;
  Span sentence_;
  const PhraseTable& table_;
  std::vector<SentenceWord> words_;
  std::vector<std::size_t> borders_;  // where the marks stand that end a clause
};

// Some words of a WordsAround.
struct Clause {
  std::size_t begin = 0;
  std::size_t end = 0;
  mutable std::optional<PhraseTable::Keys> keys;        // of them all, once asked for
  mutable std::optional<PhraseTable::Keys> small_keys;  // of those in small letters, likewise
};

// A sentence as if a mention in it were not there. A word that the mention begins or ends in is cut
// there, and what stands before and behind the mention is one clause, whatever stands in it.
class WordsAround {
 public:
  using Keys = PhraseTable::Keys;

  // Views the sentence, which must outlive it. The mention is not empty and lies in the sentence.
  WordsAround(const SentenceWords& sentence, Span mention);
  WordsAround(const WordsAround&) = delete;
  WordsAround& operator=(const WordsAround&) = delete;
  WordsAround(WordsAround&&) = delete;
  WordsAround& operator=(WordsAround&&) = delete;
  ~WordsAround() = default;

  [[nodiscard]] Span sentence() const { return sentence_.sentence(); }
  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] const SentenceWord& operator[](std::size_t word) const { return *words_[word]; }
  [[nodiscard]] std::string_view text(std::size_t word) const {
    return sentence_.text(*words_[word]);
  }

  [[nodiscard]] std::size_t next() const { return next_; }  // the first word behind the mention
  [[nodiscard]] const Clause& clause() const { return clauses_[clause_]; }  // the mention's
  [[nodiscard]] const Clause& clause_of(std::size_t word) const {
    return clauses_[words_[word]->clause - (word < next_ ? 0 : hidden_)];
  }

  // Whether the word, or one of the clause, fits one of the keys.
  [[nodiscard]] bool fits(Keys keys, std::size_t word) const {
    return (sentence_.keys(*words_[word]) & keys) != 0;
  }
  [[nodiscard]] bool has(Keys keys, const Clause&) const;
  [[nodiscard]] bool has_small(Keys keys, const Clause&) const;  // in small letters

 private:
  void add(const SentenceWord& word, Clause& clause);
  [[nodiscard]] Keys keys_of(const Clause& clause, bool only_small) const;

  const SentenceWords& sentence_;
  std::size_t clause_;
  std::size_t hidden_;  // borders of clauses in the mention
  std::size_t next_ = 0;
  std::vector<const SentenceWord*> words_;
  std::vector<Clause> clauses_;
  std::array<SentenceWord, 2> cut_;  // the words that the mention begins and ends in
};

}  // namespace faktum
