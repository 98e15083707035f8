#include "rules/pattern_automata.hpp"

#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "automata/automata_maker.hpp"

namespace faktum {
namespace {

NeighbourFilter filter_of(const CompiledRules& rules, const AskingRules& asking) {
  constexpr std::size_t few = 4;
  const bool classed = rules.automata != nullptr && !rules.automata->alphabet().empty();
  if (!classed || asking.of_all.size() <= few) return {};
  std::vector<NeighbourFilter::Neighbours> neighbours;
  for (const std::uint32_t index : asking.of_all) {
    const Rule& rule = rules.rules[index];
    const PatternAutomata* before = rule.before.automata();
    const PatternAutomata* after = rule.after.automata();
    neighbours.push_back({before != nullptr ? &before->backward : nullptr,
                          after != nullptr ? &after->forward : nullptr});
  }
  return NeighbourFilter(neighbours);
}

void filter_by_neighbours(CompiledRules& rules) {
  for (ListIndex& list : rules.lists) {
    list.plain.near = filter_of(rules, list.plain);
    list.ambiguous.near = filter_of(rules, list.ambiguous);
  }
}

}  // namespace

void make_automata(CompiledRules& rules) {
  AutomataMaker maker;
  std::vector<std::pair<Pattern*, std::uint32_t>> numbers;
  const auto add = [&](Pattern& pattern, PatternUse use) {
    if (!pattern.empty()) numbers.emplace_back(&pattern, maker.add(pattern.anchored(), use));
  };
  for (Rule& rule : rules.rules) rule.each_pattern(add);
  rules.automata = std::make_shared<Automata>(maker.make(rules.sample()));
  for (const auto& [pattern, number] : numbers) pattern->use(rules.automata->find(number));
  filter_by_neighbours(rules);
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
  filter_by_neighbours(rules);
}

}  // namespace faktum
