// What the verbs of a sentence say of the tense of a mention in it.
#pragma once

#include <cstddef>
#include <optional>

#include "faktum/fact.hpp"
#include "values/sentence_words.hpp"
#include "values/tense.hpp"
#include "values/tense_words.hpp"

namespace faktum {

class Verbs {
 public:
  using Keys = PhraseTable::Keys;

  // Views the words and keys, which must outlive it. `preceding`: the keys of what stands
  // before the mention.
  Verbs(const WordsAround& words, const TenseWords& keys, Span mention, Keys preceding);

  // The tense of the finite verb nearest to the mention in its clause or in the sentence, of two as
  // near that before it; the present only where no verb says anything else.
  [[nodiscard]] std::optional<Tense> nearest_in_clause() const;
  [[nodiscard]] std::optional<Tense> nearest_in_sentence() const;

  // The tense of the infinitive with "zu" that ends the mention's clause.
  [[nodiscard]] std::optional<Tense> infinitive() const;

  [[nodiscard]] bool is_participle(std::size_t word) const;

 private:
  [[nodiscard]] bool preceded_by(Keys keys) const { return (preceding_ & keys) != 0; }
  [[nodiscard]] bool has_participle(const Clause&) const;
  [[nodiscard]] bool has_perfect_infinitive(const Clause&) const;
  [[nodiscard]] bool ends_like_participle() const;
  [[nodiscard]] bool is_auxiliary(std::size_t word) const;
  [[nodiscard]] bool is_state(const Clause&) const;
  [[nodiscard]] bool is_finite(std::size_t word) const;
  [[nodiscard]] bool is_attribute(std::size_t word) const;
  [[nodiscard]] bool is_written_as_verb(std::size_t word) const;
  [[nodiscard]] std::optional<Tense> tense_of(std::size_t word) const;
  [[nodiscard]] std::optional<Tense> tense_of_have(std::size_t word) const;
  [[nodiscard]] std::size_t distance(std::size_t word) const;
  [[nodiscard]] std::optional<Tense> nearest(std::size_t begin, std::size_t end) const;

  const WordsAround& words_;
  const TenseWords& keys_;
  Span mention_;
  Keys preceding_;
  bool ends_like_participle_;  // the sentence
};

}  // namespace faktum
