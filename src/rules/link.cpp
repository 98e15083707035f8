#include "rules/link.hpp"

#include <algorithm>
#include <string>

namespace faktum {
namespace {

void fail(const RuleSpec& spec, const std::string& key, const std::string& what,
          const std::string& name, Errors& errors) {
  errors.push_back({"rule." + key, "rule '" + spec.name + "': " + what + " '" + name + "'",
                    spec.place_of(key), name});
}

void link_words_before(const CompiledRules& compiled, Rule& rule, Errors& errors) {
  const PhraseTable& table = compiled.words[WordGroup::before];
  const auto keys_of = [&](const std::string& key, const std::string& of) {
    if (key.empty()) return PhraseTable::Keys{0};
    rule.words_before = &table;
    const PhraseTable::Keys keys = table.key(key);
    if (keys == 0) fail(rule.spec, of, "[words.before] has no key", key, errors);
    return keys;
  };
  rule.not_words_before = keys_of(rule.spec.not_word_before, "not_word_before");
  rule.also_after = keys_of(rule.spec.also_after, "also_after");
  rule.not_also_after = keys_of(rule.spec.not_also_after, "not_also_after");
}

void link_trims(const CompiledRules& compiled, Rule& rule, Errors& errors) {
  const auto words_of = [&](const std::string& key, const std::string& of) {
    const std::vector<std::string>* words =
        key.empty() ? nullptr : compiled.words[WordGroup::trim].phrases(key);
    if (words == nullptr && !key.empty()) {
      fail(rule.spec, of, "[words.trim] has no key", key, errors);
    }
    return words;
  };
  for (const std::string& key : rule.spec.trim) {
    if (const auto* words = words_of(key, "trim")) rule.trim.push_back(words);
  }
  rule.trim_to = words_of(rule.spec.trim_to, "trim_to");
  rule.not_alone = words_of(rule.spec.not_alone, "not_alone");
}

const ListIndex* find_list(const CompiledRules& compiled, const std::string& name) {
  const auto index = std::find_if(compiled.lists.begin(), compiled.lists.end(),
                                  [&](const ListIndex& list) { return list.list.name == name; });
  return index == compiled.lists.end() ? nullptr : &*index;
}

const ListIndex* find_asked_list(const CompiledRules& compiled, const RuleSpec& spec,
                                 const std::string& key, const std::string& name, Errors& errors) {
  const ListIndex* list = find_list(compiled, name);
  if (list == nullptr) fail(spec, key, "no rule uses a list", name, errors);
  return list;
}

void link_named(const CompiledRules& compiled, Rule& rule, Errors& errors) {
  const RuleSpec& spec = rule.spec;
  rule.named = find_asked_list(compiled, spec, "named", spec.named_list, errors);
  const auto& columns = rule.list->list.columns;
  const auto column = std::find(columns.begin(), columns.end(), spec.named_column);
  if (column == columns.end()) {
    fail(spec, "named", "its list has no column", spec.named_column, errors);
  }
  rule.named_column = static_cast<std::size_t>(column - columns.begin());
}

void link_lists(const CompiledRules& compiled, Rule& rule, Errors& errors) {
  const std::string& yields_to = rule.spec.yields_to;
  if (!yields_to.empty()) {
    rule.yields_to = find_asked_list(compiled, rule.spec, "yields_to", yields_to, errors);
  }
  rule.list = find_list(compiled, rule.spec.list);
  if (rule.list != nullptr && !rule.spec.named_list.empty()) link_named(compiled, rule, errors);
}

}  // namespace

void link_rule(const CompiledRules& compiled, Rule& rule, Errors& errors) {
  link_trims(compiled, rule, errors);
  link_words_before(compiled, rule, errors);
  link_lists(compiled, rule, errors);
}

}  // namespace faktum
