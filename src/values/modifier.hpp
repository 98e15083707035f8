// Hedges before a mention: "rund", "mehr als", "bis zu".
#pragma once

#include <optional>
#include <string_view>

#include "faktum/fact.hpp"
#include "rules/word_tables.hpp"

namespace faktum {

// The modifier of the phrase of [words.modifier] that ends directly before `begin` (spaces apart),
// the longest one; nothing where there is none. An article may stand between (rund einer halben
// Million). Case does not matter; the phrase must begin at a word edge, unless its own beginning is
// `*`, and lie in the same sentence, which begins at `sentence_begin`. Keys that name no modifier
// hold phrases that are no hedge (Kredit über).
[[nodiscard]] std::optional<Modifier> modifier_before(std::string_view text, std::size_t begin,
                                                      std::size_t sentence_begin,
                                                      const WordTables&);

// The one that a word of [words.modifier] stands for; nothing where it is in no table.
[[nodiscard]] std::optional<Modifier> modifier_of(std::string_view hedge, const WordTables&);

// "more_than" -> Modifier::more_than.
[[nodiscard]] std::optional<Modifier> modifier_named(std::string_view name);

}  // namespace faktum
