#include "cli/score.hpp"

#include <algorithm>

#include "values/expected_value.hpp"

namespace faktum {
namespace {

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

}  // namespace

double KindScore::precision() const { return ratio(correct, found); }
double KindScore::recall() const { return ratio(correct, gold); }
double KindScore::f1() const { return ratio(2 * correct, gold + found); }
double KindScore::value_accuracy() const { return ratio(right_values, values); }

KindScore& KindScore::operator+=(const KindScore& other) {
  gold += other.gold;
  found += other.found;
  correct += other.correct;
  values += other.values;
  right_values += other.right_values;
  return *this;
}

void score_document(const std::vector<GoldMention>& gold, const std::vector<FoundMention>& found,
                    const std::set<std::string>& kinds, Scores& scores,
                    std::vector<Finding>& findings) {
  const auto same = [](const auto& a, const auto& b) {
    return a.kind == b.kind && a.span == b.span;
  };
  for (const GoldMention& mention : gold) {
    if (mention.optional || !kinds.contains(mention.kind)) continue;
    KindScore& score = scores[mention.kind];
    ++score.gold;
    const auto hit = std::find_if(found.begin(), found.end(),
                                  [&](const FoundMention& other) { return same(other, mention); });
    if (hit == found.end()) {
      findings.push_back({Mistake::missed, mention.kind, mention.span, ""});
      continue;
    }
    ++score.correct;
    if (!mention.value.is_object()) continue;
    ++score.values;
    const auto wrong = differences(*hit->value, mention.value);
    if (wrong.empty()) {
      ++score.right_values;
    } else {
      findings.push_back({Mistake::wrong_value, mention.kind, mention.span, joined(wrong)});
    }
  }
  for (const FoundMention& mention : found) {
    if (!kinds.contains(mention.kind)) continue;
    const bool correct = std::any_of(gold.begin(), gold.end(), [&](const GoldMention& other) {
      return !other.optional && same(other, mention);
    });
    const bool excused = std::any_of(gold.begin(), gold.end(), [&](const GoldMention& other) {
      return other.optional && other.kind == mention.kind && other.span.overlaps(mention.span);
    });
    if (!correct && excused) continue;
    ++scores[mention.kind].found;
    if (!correct) findings.push_back({Mistake::wrong_hit, mention.kind, mention.span, ""});
  }
}

}  // namespace faktum
