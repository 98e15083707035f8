#include "rules/pattern_automata.hpp"

#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "automata/automata_maker.hpp"

namespace faktum {

void make_automata(CompiledRules& rules) {
  AutomataMaker maker;
  std::vector<std::pair<Pattern*, std::uint32_t>> numbers;
  const auto add = [&](Pattern& pattern, PatternUse use) {
    if (!pattern.empty()) numbers.emplace_back(&pattern, maker.add(pattern.anchored(), use));
  };
  for (Rule& rule : rules.rules) rule.each_pattern(add);
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
