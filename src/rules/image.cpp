#include "rules/image.hpp"

#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

#include "rules/image_bytes.hpp"
#include "rules/link.hpp"

namespace faktum {
namespace {

template <typename Part>
void rule_parts(RuleSpec& rule, Part& part) {
  for (std::string* text :
       {&rule.name, &rule.kind, &rule.list, &rule.named_list, &rule.named_column, &rule.yields_to,
        &rule.not_word_before, &rule.also_after, &rule.not_also_after, &rule.trim_to,
        &rule.not_alone, &rule.place.file}) {
    part(*text);
  }
  for (auto* texts : {&rule.names, &rule.cut_end, &rule.trim, &rule.sentence, &rule.not_sentence,
                      &rule.document, &rule.not_document, &rule.recall}) {
    part(*texts);
  }
  auto& [before, after, not_before, not_after, extend] = rule.neighbour_atoms;
  for (auto* atoms : {&before, &after, &not_before, &not_after, &extend}) part(*atoms);
  part(rule.value);
  part(rule.ambiguous);
  part(rule.beside);
  part(rule.capitals);
  part(rule.nearly_plain);
  part(rule.edges);
  part(rule.priority);
  part(rule.set);
  part(rule.place.line);
  part(rule.place.column);
}

// Only patterns without an automaton are asked whether they may match.
void drop_unasked_atoms(const Rule& rule, RuleSpec::NeighbourAtoms& atoms) {
  const auto drop = [](const Pattern& pattern, std::vector<std::string>& unasked) {
    if (pattern.automata() != nullptr) unasked.clear();
  };
  drop(rule.before, atoms.before);
  drop(rule.after, atoms.after);
  drop(rule.not_before, atoms.not_before);
  drop(rule.not_after, atoms.not_after);
  drop(rule.extend, atoms.extend);
}

template <typename Sources, typename Part>
void source_parts(Sources& sources, Part& part) {
  for (auto* source : {&sources.pattern, &sources.extend, &sources.before, &sources.after,
                       &sources.not_before, &sources.not_after}) {
    part.aside(*source);
  }
}

template <typename Part>
void trigger_parts(Triggers& triggers, Part& part) {
  part(triggers.prefilter);
  part(triggers.endings);
  part(triggers.more_sets);
  part(triggers.words);
  part(triggers.always);
  part(triggers.rules);
  part(triggers.sets);
  part(triggers.document_words);
  part(triggers.wanted);
  part(triggers.unwanted);
}

template <typename Part>
void list_parts(ListIndex& index, Part& part) {
  part(index.list.name);
  part(index.files);
  part(index.list.columns);
  part(index.first_cells);
  part(index.cells);
  part(index.number);
  part(index.plain);
  part(index.ambiguous);
}

// Lets the system take the whole pages of memory that the bytes of the program's file fill; it maps
// them again where they are read again.
void give_back(std::string_view bytes) {
#ifdef __linux__
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t before = reinterpret_cast<std::uintptr_t>(bytes.data()) % page;
  bytes.remove_prefix(std::min(bytes.size(), (page - before) % page));
  const std::size_t size = bytes.size() / page * page;
  if (size > 0) ::madvise(const_cast<char*>(bytes.data()), size, MADV_DONTNEED);
#endif
}

void write_rule(Rule& rule, const CompiledRules& rules, ImageWriter& part) {
  RuleSpec spec = rule.spec;
  drop_unasked_atoms(rule, spec.neighbour_atoms);
  rule_parts(spec, part);
  source_parts(spec, part);
  rule.each_pattern([&](const Pattern& pattern, PatternUse) {
    part(rules.automata->number_of(pattern.automata()));
  });
  part(rule.entries);
}

std::unique_ptr<Rule> read_rule(ImageReader& part, std::uint32_t index,
                                const CompiledRules& rules) {
  RuleSpec spec;
  rule_parts(spec, part);
  PatternSources sources;
  source_parts(sources, part);
  auto rule = std::make_unique<Rule>(std::move(spec), &sources);
  rule->index = index;
  rule->each_pattern([&](Pattern& pattern, PatternUse) {
    std::uint32_t number = 0;
    part(number);
    pattern.use(rules.automata->find(number));
  });
  part(rule->entries);
  Errors none;  // these rules were linked before
  link_rule(rules, *rule, none);
  return rule;
}

using WordRows = std::vector<
    std::pair<std::string, std::vector<std::pair<std::string, std::vector<std::string>>>>>;

}  // namespace

std::string write_image(CompiledRules& rules, const MatchProfile& usage) {
  ImageWriter part;
  WordRows words;
  for (const auto& [name, table] : rules.words.phrases()) {
    words.emplace_back(name, decltype(words)::value_type::second_type(table.begin(), table.end()));
  }
  part(words);
  part.size(rules.lists.size());
  for (ListIndex& index : rules.lists) list_parts(index, part);
  part(rules.names);
  trigger_parts(rules.triggers, part);
  part(rules.kinds);
  part(rules.kind_of);
  std::vector<ImageUsage> of_rules;
  std::vector<ImageUsage> of_automata;
  for (const Rule& rule : rules.rules) {
    const RuleCost& cost = usage[rule.index];
    const ImageUsage of_rule = of_rules.emplace_back(ImageUsage{cost.tried, cost.candidates});
    rule.each_pattern([&](const Pattern& pattern, PatternUse) {
      if (pattern.automata() == nullptr) return;
      const std::uint32_t number = rules.automata->number_of(pattern.automata());
      of_automata.resize(std::max<std::size_t>(of_automata.size(), number + 1));
      of_automata[number].tried += of_rule.tried;
      // A list's rules have no pattern to match before the others are asked.
      of_automata[number].matched += rule.list == nullptr ? of_rule.matched : of_rule.tried;
    });
  }
  rules.automata->parts([&]<typename T>(T& member) {
    if constexpr (std::is_same_v<T, LazyTable<PatternAutomata>>) {
      part.lazily(of_automata, [&](std::size_t i) { part(member[i]); });
    } else {
      part(member);
    }
  });
  part.lazily(of_rules, [&](std::size_t i) { write_rule(rules.rules[i], rules, part); });
  return std::move(part).take();
}

Result<std::shared_ptr<CompiledRules>> read_image(std::string_view image,
                                                  const CompileOptions& options) {
  auto rules = std::make_shared<CompiledRules>();
  ImageReader part(image);
  WordRows words;
  part(words);
  Phrases phrases;
  for (auto& [name, table] : words) {
    auto& keys = phrases[std::move(name)];
    for (auto& [key, texts] : table) keys.emplace(std::move(key), std::move(texts));
  }
  rules->words = WordTables(std::move(phrases));
  for (std::size_t lists = part.size(); lists > 0; --lists) {
    list_parts(rules->lists.emplace_back(), part);
  }
  part(rules->names);
  trigger_parts(rules->triggers, part);
  part(rules->kinds);
  part(rules->kind_of);
  rules->automata = std::make_shared<Automata>();
  part(*rules->automata);
  // The table, and so whoever asks it, is a part of the rules.
  rules->rules = part.lazily<Rule>([of = rules.get()](ImageReader& record, std::size_t i) {
    return read_rule(record, static_cast<std::uint32_t>(i), *of);
  });
  Errors errors;
  choose_kinds(*rules, options.kinds, errors);
  if (!errors.empty()) return errors;
  if (!options.prefilter) rules->triggers = Triggers::of(rules->rules, false, {});
  give_back(part.done());
  return rules;
}

}  // namespace faktum
