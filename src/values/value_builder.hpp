// RuleMatch -> Value: what the matched words mean.
//
// Each kind of value has one build_*() in a file of its own; build_value() chooses by the rule's
// ValueType. A builder returns nothing where the groups make no valid value (30 February, a number
// without digits): the match is then dropped. Builders are pure and safe on any thread, but for the
// scratch memory of TextTenses.
#pragma once

#include <optional>
#include <string_view>

#include "faktum/document.hpp"
#include "faktum/fact.hpp"
#include "match/rule_match.hpp"
#include "rules/spec.hpp"
#include "rules/word_tables.hpp"
#include "values/tense.hpp"

namespace faktum {

struct ValueContext {
  std::string_view text;  // the whole document
  Span sentence;          // the sentence that holds the match
  std::optional<Date> published;
  const WordTables* words;       // [words.*] of the rule files
  TextTenses* tenses = nullptr;  // of the text, for dates
};

[[nodiscard]] std::optional<Value> build_value(ValueType, const RuleMatch&, const ValueContext&);

[[nodiscard]] std::optional<Value> build_company(const RuleMatch&, const ValueContext&);
[[nodiscard]] std::optional<Value> build_chip(const RuleMatch&, const ValueContext&);
[[nodiscard]] std::optional<Value> build_quantity(const RuleMatch&, const ValueContext&);
[[nodiscard]] std::optional<Value> build_money(const RuleMatch&, const ValueContext&);
[[nodiscard]] std::optional<Value> build_date(const RuleMatch&, const ValueContext&);

}  // namespace faktum
