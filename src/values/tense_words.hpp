// The phrases of [words.tense] by what they say:
//   preceded_by_past|future  words directly before the mention ("seit", "spätestens")
//   preceded_by_already      past unless a verb of the clause says present or future ("bereits im
//                            Mai")
//   preceded_by_aim          future with a word of `aims` in the clause
//                            ("für den 29. Oktober angekündigt")
//   preceded_by_origin       past ("vom 12. Juli") unless the mention is an interval or a word of
//                            `origin_goes_on` follows
//   preceded_by_open_limit   beside "ist" a participle is a state ("ist noch bis Mai geöffnet")
//   preceded_by_limit        future unless the clause says otherwise ("ab", "bis")
//   preceded_by_start        the same before a word of `origin_goes_on` ("von April an")
//   followed_by_past|future  the word directly behind it ("am Freitag eingereichten Antrag")
//   past, future, present    finite verbs; the nearest in the mention's clause decides, then the
//                            nearest in the sentence; the present counts only without the others
//   event                    with a noun shortly before the mention: report ("nach dem Unglück am
//                            Samstag")
//   event_ahead              the same: future ("vor der Wahl am Sonntag")
//   audience                 whom one speaks to is no event ("vor Journalisten am Montag")
//   determiners              between these and a noun a past verb is an attribute ("eine
//                            verlängerte Frist")
//   reports                  verbs whose present is a report
//   plurals, no_plurals      the word directly behind a mention that opens its sentence: a finite
//                            verb in the present ("Im Juli wandern die Kinder") or none; the
//                            same behind a noun of its clause
//   infinitives              with their zu, at the end of a clause without a finite verb: future,
//                            in the perfect past ("teilte mit, im Mai anzufangen")
//   perfect                  auxiliaries that are past beside a participle, else present ("ist")
//   states                   participles beside which "ist" is no perfect ("ist bis Juli gesperrt")
//   passive, finite          auxiliaries of the passive; participles that look like a finite verb
//                            and are one in a clause without any auxiliary ("verschickt Karten")
//   pluperfect               auxiliaries beside which participles are no finite verbs, either
//   unreal                   beside them words of `future` are past ("hätte beginnen sollen")
//   have                     the same, beside what may be a participle ("haben Zeit" is present)
//   past_of_ge               verbs that look like those of `ignored` and are past ("gehörte")
//   ignored                  words that look like one of these and are none ("heute")
#pragma once

#include "rules/word_tables.hpp"

namespace faktum {

// The keys of the table. Views the tables; immutable and safe to share.
struct TenseWords {
  explicit TenseWords(const WordTables&);

  const PhraseTable* table;
  PhraseTable::Keys preceded_by_past, preceded_by_already, preceded_by_future, preceded_by_origin,
      preceded_by_aim, preceded_by_limit, preceded_by_open_limit, preceded_by_start,
      followed_by_past, followed_by_future, origin_goes_on, infinitives, aims, audience, event,
      event_ahead, determiners, plurals, no_plurals, participles, past_of_ge, ignored, future,
      perfect, have, past, reports, present, states, passive, finite, pluperfect, unreal;
};

}  // namespace faktum
