// Where a sentence lies in time, as far as its words tell.
#pragma once

#include <optional>
#include <string_view>

#include "faktum/fact.hpp"
#include "values/sentence_words.hpp"
#include "values/tense_words.hpp"

namespace faktum {

// `report` is a present that tells what has happened ("Medien berichten am Montag"), `unknown` a
// sentence without a verb ("Adventmarkt am 5. Dezember").
enum class Tense { unknown, past, present, report, future };

// The tense of what is said about a mention, by the phrases of TenseWords.
// A mention in a compound ("November-Gehälter") has no verb of its own: present.
// Before a time of day a sentence without a verb is an announcement: future.
// A participle that ends a clause without a verb directly behind the mention is past.
// A clause ends at a comma, semicolon, colon, dash or bracket. Where nothing is known: unknown.
// Between brackets a weekday and a time of day are to come ("gegen Znaim (Freitag, 19.45 Uhr)").
class TextTenses {
 public:
  // Views both, which must outlive it. One per thread.
  TextTenses(std::string_view text, const TenseWords& keys) : text_(text), keys_(keys) {}

  // The mention is not empty and lies in the sentence. Takes time linear in the sentence; its words
  // are cut and looked up once for all mentions that are asked for in a row.
  [[nodiscard]] Tense at(Span sentence, Span mention);

 private:
  std::string_view text_;
  const TenseWords& keys_;
  std::optional<SentenceWords> words_;  // of the sentence that was asked for last
};

}  // namespace faktum
