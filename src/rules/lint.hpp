// What is valid in rules and lists, and yet most likely a mistake.
#pragma once

#include "faktum/error.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {

// The largest program (RE2::ProgramSize) of a rule's pattern that is not worth a word.
inline constexpr int most_program_size = 5000;
// The largest part of all sentences on which a rule may be tried, likewise.
inline constexpr double most_share_of_sentences = 0.5;

// All findings, sorted by place; their codes begin with "lint.". The rules must have been built
// with examples(true). Compiles every pattern.
[[nodiscard]] Errors lint(const CompiledRules&);

}  // namespace faktum
