#include "values/amount.hpp"
#include "values/modifier.hpp"
#include "values/value_builder.hpp"

namespace faktum {

std::optional<Value> build_quantity(const RuleMatch& match, const ValueContext& context) {
  const std::string_view unit = match.group("unit");
  const bool percentage = unit == "percent" || unit == "percentage_point";
  const auto amount = read_amount(match, percentage ? Comma::decimal : Comma::by_digits);
  if (!amount) return std::nullopt;
  QuantityValue value;
  value.number = amount->number;
  value.min = amount->min;
  value.max = amount->max;
  value.unit = unit;
  value.modifier =
      modifier_before(context.text, match.span.begin, context.sentence.begin, *context.words);
  return value;
}

}  // namespace faktum
