#include "rules/compile.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace faktum {
namespace {

void add_kinds(CompiledRules& compiled, const CompileOptions& options, Errors& errors) {
  for (const Rule& rule : compiled.rules) {
    if (rule.spec.value == ValueType::nothing) continue;
    if (std::find(compiled.kinds.begin(), compiled.kinds.end(), rule.spec.kind) ==
        compiled.kinds.end()) {
      compiled.kinds.push_back(rule.spec.kind);
    }
  }
  std::string known;
  for (const std::string& kind : compiled.kinds) {
    if (!known.empty()) known += ", ";
    known += kind;
  }
  for (const std::string& kind : options.kinds) {
    if (std::find(compiled.kinds.begin(), compiled.kinds.end(), kind) == compiled.kinds.end()) {
      std::string message = "unknown kind '";
      message.append(kind).append("'; the rules know ").append(known);
      errors.push_back({"rule.unknown_kind", std::move(message), {}, kind});
    }
  }
  for (const Rule& rule : compiled.rules) {
    compiled.wanted.push_back(
        rule.spec.value != ValueType::nothing &&
        (options.kinds.empty() || std::find(options.kinds.begin(), options.kinds.end(),
                                            rule.spec.kind) != options.kinds.end()));
  }
}

void fail(const RuleSpec& spec, const std::string& key, const std::string& what,
          const std::string& name, Errors& errors) {
  errors.push_back({"rule." + key, "rule '" + spec.name + "': " + what + " '" + name + "'",
                    spec.place_of(key), name});
}

void add_words_before(CompiledRules& compiled, Errors& errors) {
  const PhraseTable& table = compiled.words[WordGroup::before];
  for (Rule& rule : compiled.rules) {
    const auto keys_of = [&](const std::string& key, const std::string& of) {
      if (key.empty()) return PhraseTable::Keys{0};
      rule.words_before = &table;
      const PhraseTable::Keys keys = table.key(key);
      if (keys == 0) {
        fail(rule.spec, of, "[words.before] has no key", key, errors);
      }
      return keys;
    };
    rule.not_words_before = keys_of(rule.spec.not_word_before, "not_word_before");
    rule.also_after = keys_of(rule.spec.also_after, "also_after");
    rule.not_also_after = keys_of(rule.spec.not_also_after, "not_also_after");
  }
}

void add_trims(CompiledRules& compiled, Errors& errors) {
  const PhraseTable& tables = compiled.words[WordGroup::trim];
  for (Rule& rule : compiled.rules) {
    for (const std::string& key : rule.spec.trim) {
      if (const auto* words = tables.phrases(key)) {
        rule.trim.push_back(words);
      } else {
        fail(rule.spec, "trim", "[words.trim] has no key", key, errors);
      }
    }
    if (rule.spec.trim_to.empty()) continue;
    rule.trim_to = tables.phrases(rule.spec.trim_to);
    if (rule.trim_to == nullptr) {
      fail(rule.spec, "trim_to", "[words.trim] has no key", rule.spec.trim_to, errors);
    }
  }
}

// The lists that rules ask for.
void add_lists(CompiledRules& compiled, const std::vector<ListSource>& sources, Errors& errors) {
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
        fail(rule.spec, "list", "there may be " + std::to_string(number) + " lists, not also",
             rule.spec.list, errors);
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
    std::vector<std::vector<char>> rows;
    for (std::uint32_t i = 0; i < index.list.entries.size(); ++i) {
      const ListEntry& entry = index.list.entries[i];
      for (const ListForm& form : entry.forms) {
        compiled.names.add(form.text, static_cast<std::uint32_t>(FormPayload(i, form.mark)),
                           static_cast<std::uint8_t>(index.number));
      }
      std::vector<char>& row = rows.emplace_back();
      for (const std::string_view cell : entry.cells) {
        row.insert(row.end(), cell.begin(), cell.end());
        row.push_back('\t');
      }
    }
    index.rows = Rows<char>(rows);
  }
  compiled.names.finish();
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

ListIndex* find_list(CompiledRules& compiled, const std::string& name) {
  const auto index = std::find_if(compiled.lists.begin(), compiled.lists.end(),
                                  [&](const ListIndex& list) { return list.list.name == name; });
  return index == compiled.lists.end() ? nullptr : &*index;
}

const ListIndex* find_asked_list(CompiledRules& compiled, const RuleSpec& spec,
                                 const std::string& key, const std::string& name, Errors& errors) {
  const ListIndex* list = find_list(compiled, name);
  if (list == nullptr) fail(spec, key, "no rule uses a list", name, errors);
  return list;
}

void link_named(CompiledRules& compiled, Rule& rule, Errors& errors) {
  const RuleSpec& spec = rule.spec;
  rule.named = find_asked_list(compiled, spec, "named", spec.named_list, errors);
  const auto& columns = rule.list->list.columns;
  const auto column = std::find(columns.begin(), columns.end(), spec.named_column);
  if (column == columns.end()) {
    fail(spec, "named", "its list has no column", spec.named_column, errors);
  }
  rule.named_column = static_cast<std::size_t>(column - columns.begin());
}

void link_lists(CompiledRules& compiled, Errors& errors) {
  for (Rule& rule : compiled.rules) {
    const std::string& yields_to = rule.spec.yields_to;
    if (!yields_to.empty()) {
      rule.yields_to = find_asked_list(compiled, rule.spec, "yields_to", yields_to, errors);
    }
    ListIndex* list = find_list(compiled, rule.spec.list);
    if (list == nullptr) continue;
    rule.list = list;
    (rule.spec.ambiguous ? list->ambiguous_rules : list->plain_rules).push_back(&rule);
    if (!rule.spec.named_list.empty()) link_named(compiled, rule, errors);
  }
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
  const auto row = rows[entry];
  std::string_view rest(row.data(), row.size());
  for (; column > 0; --column) rest.remove_prefix(rest.find('\t') + 1);
  return rest.substr(0, rest.find('\t'));
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

Errors link_rules(CompiledRules& compiled, const CompileOptions& options) {
  Errors errors;
  add_kinds(compiled, options, errors);
  add_trims(compiled, errors);
  add_words_before(compiled, errors);
  link_lists(compiled, errors);
  return errors;
}

Result<std::shared_ptr<CompiledRules>> compile_rules(RuleFiles files,
                                                     const std::vector<ListSource>& lists,
                                                     const CompileOptions& options) {
  auto compiled = std::make_shared<CompiledRules>();
  Errors errors;
  for (RuleSpec& spec : files.rules) {
    const auto index = static_cast<std::uint32_t>(compiled->rules.size());
    compiled->rules.emplace_back(std::move(spec)).index = index;
  }
  compiled->fragments = std::move(files.fragments);
  compiled->written = std::move(files.written);
  compiled->words = WordTables(std::move(files.words));
  add_lists(*compiled, lists, errors);
  find_entries(*compiled);
  for (Error& error : link_rules(*compiled, options)) errors.push_back(std::move(error));
  if (!errors.empty()) return errors;
  compiled->triggers = Triggers::of(compiled->rules, options.prefilter);
  return compiled;
}

}  // namespace faktum
