#include "rules/lint_list.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace faktum {
namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string place_text(const Place& place) { return place.file + ":" + std::to_string(place.line); }

Error shared_form(const List& list, const ListForm& form, bool other_ambiguous,
                  const ListEntry& first, const ListEntry& second) {
  std::string message = "the form " + quoted(form.text) + " of " + quoted(second.name) +
                        " is found as " + quoted(first.name) + " too (" +
                        place_text(list.place_of(first)) + ")";
  if (form.is_ambiguous() != other_ambiguous)
    message += ", and only one of them is marked ambiguous";
  return {"lint.form_twice", message + "; keep it where it belongs", list.place_of(second),
          std::string(form.text)};
}

// Whether a form of the entry is as long: it is found itself then, and not its genitive.
bool has_form_of_size(const ListEntry& entry, std::size_t size) {
  return std::any_of(entry.forms.begin(), entry.forms.end(),
                     [&](const ListForm& form) { return form.text.size() == size; });
}

// Each form is looked up as a text of its own: its entry must be found there, and no other.
void lint_forms(const ListIndex& index, const Gazetteer& names, Errors& findings) {
  const List& list = index.list;
  std::vector<GazetteerHit> hits;
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t i = 0; i < list.entries.size(); ++i) {
    const ListEntry& entry = list.entries[i];
    std::set<std::string_view> own;
    for (const ListForm& form : entry.forms) {
      if (!own.insert(form.text).second) {
        findings.push_back({"lint.form_twice",
                            "the form " + quoted(form.text) + " of " + quoted(entry.name) +
                                " stands twice; delete one",
                            list.place_of(entry), std::string(form.text)});
      }
      hits.clear();
      names.find(form.text, hits);
      std::erase_if(hits, [&](const GazetteerHit& hit) {
        return hit.list != index.number || hit.span != Span{0, form.text.size()} ||
               !has_form_of_size(list.entries[FormPayload(hit.payload).entry], form.text.size());
      });
      bool found = false;
      for (const GazetteerHit& hit : hits) {
        const auto [other, mark] = FormPayload(hit.payload);
        found = found || other == i;
        const auto [first, second] = std::minmax(i, other);
        if (other == i || !pairs.emplace(first, second).second) continue;
        findings.push_back(shared_form(list, form, mark != Mark::plain, list.entries[first],
                                       list.entries[second]));
      }
      if (found) continue;
      findings.push_back({"lint.form_unreachable",
                          "the form " + quoted(form.text) + " of " + quoted(entry.name) +
                              " is never found; a form begins with a letter or digit",
                          list.place_of(entry), std::string(form.text)});
    }
  }
}

std::vector<const Rule*> rules_of(const AskingRules& asking, const CompiledRules& compiled) {
  std::vector<const Rule*> rules;
  rules.reserve(asking.all.size());
  for (const std::uint32_t rule : asking.all) rules.push_back(&compiled.rules[rule]);
  return rules;
}

bool asks_for(const Rule& rule, std::string_view name) {
  const auto& names = rule.spec.names;
  return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

void lint_unasked_forms(const ListIndex& index, const CompiledRules& compiled, Errors& findings) {
  for (const bool ambiguous : {false, true}) {
    const auto rules = rules_of(ambiguous ? index.ambiguous : index.plain, compiled);
    for (const ListEntry& entry : index.list.entries) {
      const auto form =
          std::find_if(entry.forms.begin(), entry.forms.end(),
                       [&](const ListForm& other) { return other.is_ambiguous() == ambiguous; });
      if (form == entry.forms.end() ||
          std::any_of(rules.begin(), rules.end(),
                      [&](const Rule* rule) { return asks_for(*rule, entry.name); })) {
        continue;
      }
      findings.push_back(
          {"lint.form_unasked",
           "no rule with list = \"" + index.list.name + "\" asks for " +
               (ambiguous ? "the ambiguous form " : "the form ") + quoted(form->text) + " of " +
               quoted(entry.name) +
               (ambiguous ? "; write one with ambiguous = true" : "; write one without ambiguous"),
           index.list.place_of(entry), std::string(form->text)});
      if (rules.empty()) break;  // so it is with all entries
    }
  }
}

void lint_names(const ListIndex& index, const CompiledRules& compiled, Errors& findings) {
  for (const auto* asking : {&index.plain, &index.ambiguous}) {
    for (const Rule* rule : rules_of(*asking, compiled)) {
      for (const std::string& name : rule->spec.names) {
        const bool known = std::any_of(index.list.entries.begin(), index.list.entries.end(),
                                       [&](const ListEntry& entry) { return entry.name == name; });
        if (known) continue;
        findings.push_back({"lint.unknown_entry",
                            "rule '" + rule->spec.name + "': the list " + index.list.name +
                                " has no entry " + quoted(name) + "; correct or delete it",
                            rule->spec.place_of("names"), name});
      }
    }
  }
}

// Entries that a rule's `named` can never let pass.
void lint_named(const ListIndex& index, const CompiledRules& compiled, Errors& findings) {
  for (const auto* asking : {&index.plain, &index.ambiguous}) {
    for (const Rule* rule : rules_of(*asking, compiled)) {
      if (rule->named == nullptr || rule->named == &index) continue;
      std::set<std::string_view> names;
      for (const ListEntry& entry : rule->named->list.entries) names.insert(entry.name);
      for (const ListEntry& entry : index.list.entries) {
        const std::string_view wanted = entry.cells[rule->named_column];
        if (names.contains(wanted)) continue;
        findings.push_back({"lint.unknown_entry",
                            quoted(entry.name) + " is never found by rule '" + rule->spec.name +
                                "': the list " + rule->named->list.name + " has no entry " +
                                quoted(wanted) + "; add or correct it",
                            index.list.place_of(entry), std::string(wanted)});
      }
    }
  }
}

}  // namespace

void lint_list(const ListIndex& index, const CompiledRules& compiled, Errors& findings) {
  lint_forms(index, compiled.names, findings);
  lint_unasked_forms(index, compiled, findings);
  lint_names(index, compiled, findings);
  lint_named(index, compiled, findings);
}

}  // namespace faktum
