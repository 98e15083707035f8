#include <optional>
#include <string>
#include <string_view>

#include "values/date_calendar.hpp"
#include "values/date_reading.hpp"
#include "values/date_relative.hpp"
#include "values/date_words.hpp"
#include "values/modifier.hpp"
#include "values/tense.hpp"
#include "values/value_builder.hpp"

namespace faktum {
namespace {

// "2005/06": the second year is written with two digits and must be the next.
bool complete_slash_year(const DateReading& from, std::string_view text, DateReading& to) {
  if (!to.year || text.size() != 2 || !from.year) return true;
  to.year = *from.year + 1;
  return *to.year % 100 == (text[0] - '0') * 10 + text[1] - '0';
}

std::optional<Modifier> modifier_of(const RuleMatch& match, const ValueContext& context) {
  const WordTables& words = *context.words;
  if (const auto name = key_of(words, WordGroup::date_part, match.group("part"))) {
    return modifier_named(*name);
  }
  if (const auto hedge = modifier_of(match.group("hedge"), words)) return hedge;
  // Of the hedges before a date only these speak of the date itself: "ab 2017" is a beginning.
  const auto hedge = modifier_before(context.text, match.span.begin, context.sentence.begin, words);
  return hedge == Modifier::approx ? hedge : std::nullopt;
}

}  // namespace

std::optional<Value> build_date(const RuleMatch& match, const ValueContext& context) {
  const WordTables& words = *context.words;
  const auto from = read_date(match, "", words);
  auto to = read_date(match, "2", words);
  if (!from || !to || !complete_slash_year(*from, match.group("year2"), *to)) return std::nullopt;
  const bool is_interval = *to != DateReading{};
  if (!is_possible(is_interval ? *to : *from)) return std::nullopt;

  DateValue value;
  value.grain = grain_of(is_interval ? *to : *from);
  value.modifier = modifier_of(match, context);
  value.fiscal = !match.group("fiscal").empty() || !match.group("fiscal2").empty();
  if (!match.group("anaphor").empty()) {  // whose year another date of the text says
    value.resolved = false;
    return value;
  }
  const bool needs_tense = context.published && depends_on_tense(*from, *to);
  const Tense tense = needs_tense ? context.tenses->at(context.sentence, match.span) : Tense::past;
  const auto period = is_interval ? resolve_interval(*from, *to, context.published, tense)
                                  : resolve(*from, context.published, tense);
  if (!period || !is_in_calendar(*period)) {
    const bool named = from->year && (!is_interval || to->year);
    if (context.published || named) return std::nullopt;
    value.resolved = false;
    return value;
  }
  value.timex = period->timex;
  if (const auto daytime = key_of(words, WordGroup::daytime, match.group("daytime"))) {
    value.timex->append(*daytime);
  }
  value.start = period->first;
  value.end = period->last;
  return value;
}

}  // namespace faktum
