#include "values/amount.hpp"
#include "values/currency.hpp"
#include "values/modifier.hpp"
#include "values/value_builder.hpp"

namespace faktum {

std::optional<Value> build_money(const RuleMatch& match, const ValueContext& context) {
  const auto currency = currency_code(match.group("currency"));
  for (const std::string_view other : {match.group("min_currency"), match.group("max_currency")}) {
    if (!other.empty() && currency_code(other) != currency) return std::nullopt;
  }
  // A rule that sets the group `comma` knows that 1,419 is no thousand: a litre's price.
  const auto amount =
      read_amount(match, match.group("comma").empty() ? Comma::by_digits : Comma::decimal);
  if (!currency || !amount) return std::nullopt;
  MoneyValue value;
  value.amount = amount->number;
  value.min = amount->min;
  value.max = amount->max;
  value.currency = *currency;
  value.modifier = modifier_of(match.group("hedge"), *context.words);
  if (!value.modifier) {
    value.modifier =
        modifier_before(context.text, match.span.begin, context.sentence.begin, *context.words);
  }
  return value;
}

}  // namespace faktum
