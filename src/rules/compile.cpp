#include "rules/compile.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "rules/groups.hpp"
#include "rules/link.hpp"
#include "rules/sample.hpp"

namespace faktum {
namespace {

void number_kinds(CompiledRules& compiled) {
  std::vector<std::uint16_t> kind_of;
  for (const Rule& rule : compiled.rules) {
    kind_of.push_back(CompiledRules::no_kind);
    if (rule.spec.value == ValueType::nothing) continue;
    const auto known = std::ranges::find(compiled.kinds, rule.spec.kind);
    kind_of.back() = static_cast<std::uint16_t>(known - compiled.kinds.begin());
    if (known == compiled.kinds.end()) compiled.kinds.push_back(rule.spec.kind);
  }
  compiled.kind_of = Array<std::uint16_t>(std::move(kind_of));
}

// The cells of entries in the sample lie together, as their names in the gazetteer do.
void add_cells(ListIndex& index, const std::vector<GazetteerHit>& hits_in_sample) {
  std::vector<bool> in_sample(index.list.entries.size());
  for (const GazetteerHit& hit : hits_in_sample) {
    if (hit.list == index.number) in_sample[FormPayload(hit.payload).entry] = true;
  }
  std::vector<std::uint32_t> first(in_sample.size());
  std::vector<char> cells;
  for (const bool sampled : {true, false}) {
    for (std::size_t i = 0; i < first.size(); ++i) {
      if (in_sample[i] != sampled) continue;
      first[i] = static_cast<std::uint32_t>(cells.size());
      for (const std::string_view cell : index.list.entries[i].cells) {
        cells.insert(cells.end(), cell.begin(), cell.end());
        cells.push_back('\t');
      }
    }
  }
  index.first_cells = Array<std::uint32_t>(std::move(first));
  index.cells = Array<char>(std::move(cells));
}

// The lists that rules ask for. For `sample` see Gazetteer::finish().
void add_lists(CompiledRules& compiled, const std::vector<ListSource>& sources,
               std::string_view sample, Errors& errors) {
  std::map<std::string, int> last_layer;
  for (const ListSource& source : sources) {
    int& layer = last_layer[source.list];
    layer = std::max(layer, source.layer);
  }
  std::map<std::string, ListIndex*> by_name;
  for (const Rule& rule : compiled.rules) {
    if (rule.spec.list.empty()) continue;
    if (!last_layer.contains(rule.spec.list)) {
      errors.push_back({"rule.list",
                        "rule '" + rule.spec.name + "': there is no list '" + rule.spec.list +
                            "'; add lists/" + rule.spec.list + ".tsv beside the rules",
                        rule.spec.place_of("list"), rule.spec.list});
    } else if (ListIndex*& index = by_name[rule.spec.list]; index == nullptr) {
      const auto number = static_cast<std::uint32_t>(compiled.lists.size());
      if (number == Gazetteer::most_lists) {
        errors.push_back({"rule.list",
                          "rule '" + rule.spec.name + "': there may be " + std::to_string(number) +
                              " lists, not also '" + rule.spec.list + "'",
                          rule.spec.place_of("list"), rule.spec.list});
        return;
      }
      index = &compiled.lists.emplace_back();
      index->number = number;
      index->list.name = rule.spec.list;
    }
  }
  std::map<std::string, Place> replaced;  // lists of earlier layers
  for (const ListSource& source : sources) {
    const auto used = by_name.find(source.list);
    if (used == by_name.end()) continue;
    if (source.layer != last_layer[source.list]) {
      replaced.try_emplace(source.list, Place{source.file, 0, 0});
      continue;
    }
    if (const auto old = replaced.find(source.list); old != replaced.end()) {
      compiled.written.replacements.push_back(
          {"list", source.list, {source.file, 0, 0}, old->second});
      replaced.erase(old);
    }
    used->second->files.push_back(source.file);
    parse_list(source.bytes, source.file, used->second->list, errors);
  }
  for (ListIndex& index : compiled.lists) {
    for (std::uint32_t i = 0; i < index.list.entries.size(); ++i) {
      const ListEntry& entry = index.list.entries[i];
      for (const ListForm& form : entry.forms) {
        compiled.names.add(form.text, static_cast<std::uint32_t>(FormPayload(i, form.mark)),
                           static_cast<std::uint8_t>(index.number));
      }
    }
  }
  compiled.names.finish(sample);
  std::vector<GazetteerHit> hits;
  compiled.names.find(sample, hits);
  for (ListIndex& index : compiled.lists) add_cells(index, hits);
}

// The entries of the lists that the rules' `names` say.
void find_entries(CompiledRules& compiled) {
  for (const ListIndex& index : compiled.lists) {
    std::multimap<std::string_view, Rule*> asking;  // by name
    for (Rule& rule : compiled.rules) {
      if (rule.spec.list != index.list.name) continue;
      for (const std::string& name : rule.spec.names) asking.emplace(name, &rule);
    }
    std::map<Rule*, std::vector<std::uint32_t>> entries;
    for (std::uint32_t i = 0; i < index.list.entries.size(); ++i) {
      const auto [first, last] = asking.equal_range(index.list.entries[i].name);
      std::for_each(first, last,
                    [&](const auto& by_name) { entries[by_name.second].push_back(i); });
    }
    for (auto& [rule, sorted] : entries) rule->entries = Array<std::uint32_t>(std::move(sorted));
  }
}

AskingRules asking_rules(const CompiledRules& compiled, const ListIndex& index, bool ambiguous) {
  std::vector<std::uint32_t> all;
  std::vector<std::uint32_t> of_all;
  std::vector<AskingRules::OfEntry> of_some;
  for (const Rule& rule : compiled.rules) {
    if (rule.spec.list != index.list.name || rule.spec.ambiguous != ambiguous) continue;
    all.push_back(rule.index);
    if (rule.spec.names.empty()) of_all.push_back(rule.index);
    for (const std::uint32_t entry : rule.entries) of_some.push_back({entry, rule.index});
  }
  std::ranges::stable_sort(of_some, {}, &AskingRules::OfEntry::entry);
  return {Array<std::uint32_t>(std::move(all)),
          Array<std::uint32_t>(std::move(of_all)),
          {},
          Array<AskingRules::OfEntry>(std::move(of_some))};
}

}  // namespace

Rule::Rule(RuleSpec from, const PatternSources* image)
    : spec(std::move(from)),
      kind_rank(faktum::kind_rank(spec)),
      pattern(image != nullptr ? image->pattern : spec.pattern),
      extend(image != nullptr ? image->extend : spec.extend, PatternUse::extend,
             &spec.neighbour_atoms.extend),
      before(image != nullptr ? image->before : spec.before, PatternUse::ends,
             &spec.neighbour_atoms.before),
      after(image != nullptr ? image->after : spec.after, PatternUse::begins,
            &spec.neighbour_atoms.after),
      not_before(image != nullptr ? image->not_before : spec.not_before, PatternUse::ends,
                 &spec.neighbour_atoms.not_before),
      not_after(image != nullptr ? image->not_after : spec.not_after, PatternUse::begins,
                &spec.neighbour_atoms.not_after) {}

int kind_rank(const RuleSpec& rule) {
  if (rule.value == ValueType::nothing) return 0;
  constexpr std::array<std::string_view, 5> order{"chip", "date", "money", "percent", "company"};
  const auto* found = std::find(order.begin(), order.end(), rule.kind);
  return 1 + static_cast<int>(found - order.begin());
}

std::string_view ListIndex::cell(std::uint32_t entry, std::size_t column) const {
  std::string_view rest(cells.data(), cells.size());
  rest.remove_prefix(first_cells[entry]);
  for (; column > 0; --column) rest.remove_prefix(rest.find('\t') + 1);
  return rest.substr(0, rest.find('\t'));
}

std::string CompiledRules::sample() const {
  std::string sample(sample_text());
  for (const Rule& rule : rules) {
    for (const Example& example : rule.spec.examples) sample.append("\n").append(example.text);
  }
  return sample;
}

const Rule* CompiledRules::find(std::string_view name) const {
  for (const Rule& rule : rules) {
    if (rule.spec.name == name) return &rule;
  }
  return nullptr;
}

void Sources::add(const std::string& file, std::string_view bytes, int layer) {
  if (file.ends_with(".tsv")) {
    lists.push_back({list_named_by(file), file, bytes, layer});
  } else {
    rules.push_back({file, bytes, layer});
  }
}

void choose_kinds(CompiledRules& compiled, const std::vector<std::string>& kinds, Errors& errors) {
  std::string known;
  for (const std::string& kind : compiled.kinds) {
    if (!known.empty()) known += ", ";
    known += kind;
  }
  for (const std::string& kind : kinds) {
    if (std::ranges::find(compiled.kinds, kind) != compiled.kinds.end()) continue;
    std::string message = "unknown kind '";
    message.append(kind).append("'; the rules know ").append(known);
    errors.push_back({"rule.unknown_kind", std::move(message), {}, kind});
  }
  for (const std::uint16_t kind : compiled.kind_of) {
    compiled.wanted.push_back(
        kind != CompiledRules::no_kind &&
        (kinds.empty() || std::ranges::find(kinds, compiled.kinds[kind]) != kinds.end()));
  }
}

Result<std::shared_ptr<CompiledRules>> compile_rules(RuleFiles files,
                                                     const std::vector<ListSource>& lists,
                                                     const CompileOptions& options) {
  auto compiled = std::make_shared<CompiledRules>();
  Errors errors;
  for (RuleSpec& spec : files.rules) {
    const auto index = static_cast<std::uint32_t>(compiled->rules.size());
    compiled->rules.add(std::make_unique<Rule>(std::move(spec))).index = index;
  }
  compiled->fragments = std::move(files.fragments);
  compiled->written = std::move(files.written);
  compiled->words = WordTables(std::move(files.words));
  const std::string sample = compiled->sample();
  add_lists(*compiled, lists, sample, errors);
  find_entries(*compiled);
  for (ListIndex& index : compiled->lists) {
    index.plain = asking_rules(*compiled, index, false);
    index.ambiguous = asking_rules(*compiled, index, true);
  }
  number_kinds(*compiled);
  choose_kinds(*compiled, options.kinds, errors);
  for (Rule& rule : compiled->rules) link_rule(*compiled, rule, errors);
  link_groups(*compiled, errors);
  if (!errors.empty()) return errors;
  compiled->triggers = Triggers::of(compiled->rules, options.prefilter, sample);
  return compiled;
}

}  // namespace faktum
