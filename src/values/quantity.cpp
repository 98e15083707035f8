#include <algorithm>
#include <string>
#include <utility>

#include "text/characters.hpp"
#include "values/amount.hpp"
#include "values/modifier.hpp"
#include "values/value_builder.hpp"

namespace faktum {
namespace {

// The canonical name of a unit: the key of [words.unit] that lists it, else as it is written.
std::string canonical_unit(std::string_view unit, const WordTables& words) {
  return std::string(words[WordGroup::unit].key_of(unit).value_or(unit));
}

}  // namespace

std::optional<Value> build_quantity(const RuleMatch& match, const ValueContext& context) {
  std::string unit = canonical_unit(match.group("unit"), *context.words);
  const bool percentage = unit == "percent" || unit == "percentage_point";
  const auto amount = read_amount(match, percentage ? Comma::decimal : Comma::by_digits);
  if (!amount) return std::nullopt;
  QuantityValue value;
  value.number = amount->number;
  value.min = amount->min;
  value.max = amount->max;
  value.unit = std::move(unit);
  value.modifier =
      modifier_before(context.text, match.span.begin, context.sentence.begin, *context.words);
  return value;
}

}  // namespace faktum
