#include "rules/pattern_automata.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "automata/automata_maker.hpp"
#include "rules/rarity.hpp"

namespace faktum {

namespace {

// What most texts use lies together in the image, of which the system maps 64 KB around each byte
// that is read: a small text takes less memory.
std::vector<Rule*> most_tried_first(CompiledRules& rules) {
  std::vector<std::pair<double, Rule*>> tried;
  for (Rule& rule : rules.rules) {
    double least = std::numeric_limits<double>::max();
    for (const auto& atoms : rule.spec.atoms) least = std::min(least, Occurrences(atoms).tries());
    tried.emplace_back(least, &rule);
  }
  std::ranges::stable_sort(tried, std::ranges::greater(),
                           [](const auto& entry) { return entry.first; });
  std::vector<Rule*> order;
  order.reserve(tried.size());
  for (const auto& [estimate, rule] : tried) order.push_back(rule);
  return order;
}

}  // namespace

void make_automata(CompiledRules& rules) {
  AutomataMaker maker;
  std::vector<std::pair<Pattern*, std::uint32_t>> numbers;
  const auto add = [&](Pattern& pattern, PatternUse use) {
    if (!pattern.empty()) numbers.emplace_back(&pattern, maker.add(pattern.anchored(), use));
  };
  const std::vector<Rule*> order = most_tried_first(rules);
  for (Rule* rule : order) add(rule->pattern, PatternUse::find);
  for (Rule* rule : order) {
    rule->each_pattern([&](Pattern& pattern, PatternUse use) {
      if (&pattern != &rule->pattern) add(pattern, use);
    });
  }
  rules.automata = std::make_shared<Automata>(maker.make());
  for (const auto& [pattern, number] : numbers) pattern->use(rules.automata->find(number));
}

void share_automata(CompiledRules& rules, const CompiledRules& from) {
  std::map<std::pair<std::string_view, PatternUse>, const PatternAutomata*> known;
  for (const Rule& rule : from.rules) {
    rule.each_pattern([&](const Pattern& pattern, PatternUse use) {
      known.emplace(std::pair{pattern.source(), use}, pattern.automata());
    });
  }
  for (Rule& rule : rules.rules) {
    rule.each_pattern([&](Pattern& pattern, PatternUse use) {
      const auto found = known.find({pattern.source(), use});
      if (found == known.end() || found->second == nullptr) return;
      pattern.use(found->second);
      rules.automata = from.automata;
    });
  }
}

}  // namespace faktum
