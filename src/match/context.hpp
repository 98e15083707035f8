// What stands around a match: the patterns and words a rule asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"
#include "match/classed_text.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {

// What a rule's `before` and `not_before`, and its `after` and `not_after`, see of the sentence: at
// most 200 bytes.
[[nodiscard]] Span left_of(std::string_view text, Span sentence, Span span);
[[nodiscard]] Span right_of(std::string_view text, Span sentence, Span span);

// Whether a capitalised word of these keys of [words.before] stands directly before the mention.
[[nodiscard]] bool stands_after(const PhraseTable& words_before, PhraseTable::Keys keys,
                                std::string_view text, Span sentence, Span span);

// The capitalised word before the mention that `not_word_before` refuses ("Frank" of "Frank
// Auerswald", "Dr" of "Dr. Siemens"); empty where there is none.
[[nodiscard]] std::string_view unwanted_word_before(const Rule&, std::string_view text,
                                                    Span sentence, Span span);

// Whether `before`, `after`, `not_before` and `not_after` of the rule allow a match at `span` of a
// sentence of `text`.
[[nodiscard]] bool neighbours_allow(const Rule&, const ClassedText& text, Span sentence, Span span);

// Whether `not_before` or `not_word_before` of the rule forbid it.
[[nodiscard]] bool left_refuses(const Rule&, const ClassedText& text, Span sentence, Span span);

// Whether `not_before`, `not_after` or `not_word_before` forbid it.
[[nodiscard]] bool neighbours_refuse(const Rule&, const ClassedText& text, Span sentence,
                                     Span span);

// Whether the mention is one of the nouns of the rule's `not_alone`, or a compound that ends with
// one ("Holzschrauben").
[[nodiscard]] bool is_noun_alone(const Rule&, std::string_view mention);

// Whether `word` is `pattern`; `pattern*` and `*pattern` leave one end open. Case matters.
[[nodiscard]] bool is_word(std::string_view word, std::string_view pattern);

// A word of a rule without the stars that leave its ends open.
[[nodiscard]] std::string_view letters_of(std::string_view word);

// Whether `text` holds `word` as a whole word; `word*` and `*word` leave one end open. Letter case
// matters.
[[nodiscard]] bool holds_word(std::string_view text, std::string_view word);

// Whether `word`, written as for holds_word(), stands in `text` so that its letters end at `end`.
[[nodiscard]] bool ends_word(std::string_view text, std::size_t end, std::string_view word);

// Whether `text` holds one of the words (when there are any), and none of the unwanted ones.
[[nodiscard]] bool words_allow(std::string_view text, const std::vector<std::string>& wanted,
                               const std::vector<std::string>& unwanted);

}  // namespace faktum
