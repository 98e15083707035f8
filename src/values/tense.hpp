// Where a sentence lies in time, as far as its words tell.
#pragma once

#include <string_view>

#include "faktum/fact.hpp"
#include "values/tense_words.hpp"

namespace faktum {

// `report` is a present that tells what has happened ("Medien berichten am Montag"), `unknown` a
// sentence without a verb ("Adventmarkt am 5. Dezember").
enum class Tense { unknown, past, present, report, future };

// The tense of what is said about the mention, by the phrases of TenseWords.
// A mention in a compound ("November-Gehälter") has no verb of its own: present.
// Before a time of day a sentence without a verb is an announcement: future.
// A participle that ends a clause without a verb directly behind the mention is past.
// A clause ends at a comma, semicolon, colon, dash or bracket. Where nothing is known: unknown.
// Between brackets a weekday and a time of day are to come ("gegen Znaim (Freitag, 19.45 Uhr)").
[[nodiscard]] Tense tense_at(std::string_view text, Span sentence, Span mention, const TenseWords&);

}  // namespace faktum
