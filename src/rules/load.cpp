#include "rules/load.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "rules/atoms.hpp"
#include "rules/cldr_fragments.hpp"
#include "rules/fragments.hpp"
#include "rules/parse.hpp"
#include "rules/pattern.hpp"

namespace faktum {
namespace {

// What has one name in several sources: the later layer's wins.
template <typename T>
struct Layered {
  T item;
  int layer;
};

std::vector<std::string> first_atoms(const std::string& pattern) {
  if (pattern.empty()) return {};
  auto sets = necessary_atoms(pattern);
  return sets.empty() ? std::vector<std::string>{} : std::move(sets.front());
}

class Loader {
 public:
  explicit Loader(Errors& errors) : errors_(errors) {}

  void add(const RuleSource& source) {
    RuleFile file = parse_rule_file(source.toml, source.file, errors_);
    asks_cldr_ =
        asks_cldr_ || source.toml.find("{{" + std::string(cldr_prefix)) != source.toml.npos;
    for (RuleSpec& rule : file.rules) {
      if (rule.name.empty()) continue;
      Place place = rule.place;
      const std::string name = rule.name;
      put(rules_, name, std::move(rule), source.layer, "rule", place);
    }
    for (auto& [name, fragment] : file.fragments) {
      Place place = fragment.place;
      put(fragments_, name, std::move(fragment), source.layer, "fragment", place);
    }
    for (auto& [group, keys] : file.words) {
      for (auto& [key, phrases] : keys) {
        std::ranges::sort(phrases);
        words_[group][key] = std::move(phrases);
      }
    }
    for (auto& [name, place] : file.word_places) word_places_[name] = std::move(place);
  }

  RuleFiles finish() {
    RuleFiles files;
    Fragments fragments;
    for (auto& [name, fragment] : fragments_) fragments.emplace(name, std::move(fragment.item));
    Fragments all = fragments;
    if (asks_cldr_) {
      for (const auto& [name, text] : cldr_fragments())
        all.try_emplace(name, FragmentSource{text, {}});
    }
    files.fragments = expand_fragments(all, errors_);
    std::map<std::string, const RuleSpec*> kinds;
    for (auto& [name, rule] : rules_) {
      expand_patterns(rule.item, files.fragments);
      check_kind(rule.item, kinds);
      files.rules.push_back(rule.item);
    }
    files.words = std::move(words_);
    files.written = {std::move(fragments), std::move(word_places_), std::move(replacements_)};
    return files;
  }

 private:
  template <typename T>
  void put(std::map<std::string, Layered<T>>& into, const std::string& name, T item, int layer,
           std::string_view what, const Place& place) {
    const auto [found, added] = into.try_emplace(name, Layered<T>{item, layer});
    if (added) return;
    if (found->second.layer == layer) {
      errors_.push_back({"rule.duplicate",
                         "the " + std::string(what) + " '" + name +
                             "' is defined twice; rename one or delete it (first at " +
                             place_text(found->second.item.place) + ")",
                         place, name});
      return;
    }
    if (found->second.layer >= layer) return;
    if (what == "fragment") {
      replacements_.push_back({std::string(what), name, place, found->second.item.place});
    }
    found->second = {std::move(item), layer};
  }

  static std::string place_text(const Place& place) {
    return place.file + ":" + std::to_string(place.line);
  }

  void expand_patterns(RuleSpec& rule, const ExpandedFragments& fragments) {
    const std::size_t known_errors = errors_.size();
    const std::pair<std::string_view, std::string*> patterns[] = {
        {"pattern", &rule.pattern},       {"extend", &rule.extend},
        {"before", &rule.before},         {"after", &rule.after},
        {"not_before", &rule.not_before}, {"not_after", &rule.not_after}};
    for (const auto& [key, pattern] : patterns) {
      if (pattern->empty()) continue;
      rule.written.emplace_back(key, *pattern);
      const std::size_t before = errors_.size();
      *pattern = expand(*pattern, fragments, rule.place_of(key), errors_);
      if (errors_.size() != before) continue;
      Error error = check_pattern(*pattern);
      if (error.code.empty()) continue;
      error.message = "rule '" + rule.name + "': " + error.message;
      error.place = rule.place_of(key);
      errors_.push_back(std::move(error));
    }
    if (errors_.size() == known_errors && !rule.pattern.empty()) {
      rule.atoms = necessary_atoms(rule.pattern);
    }
    if (errors_.size() != known_errors) return;
    auto& atoms = rule.neighbour_atoms;
    atoms.before = first_atoms(rule.before);
    atoms.after = first_atoms(rule.after);
    atoms.not_before = first_atoms(rule.not_before);
    atoms.not_after = first_atoms(rule.not_after);
    atoms.extend = first_atoms(rule.extend);
  }

  void check_kind(const RuleSpec& rule, std::map<std::string, const RuleSpec*>& kinds) {
    const auto [known, added] = kinds.try_emplace(rule.kind, &rule);
    if (added || known->second->value == rule.value) return;
    errors_.push_back({"rule.value",
                       "the kind '" + rule.kind + "' has another value in " +
                           place_text(known->second->place) + "; one kind has one value",
                       rule.place, rule.kind});
  }

  Errors& errors_;
  std::map<std::string, Layered<RuleSpec>> rules_;
  std::map<std::string, Layered<FragmentSource>> fragments_;
  bool asks_cldr_ = false;
  Phrases words_;
  std::map<std::pair<std::string, std::string>, Place> word_places_;
  std::vector<Written::Replacement> replacements_;
};

}  // namespace

Result<RuleFiles> load_rules(const std::vector<RuleSource>& sources) {
  Errors errors;
  Loader loader(errors);
  for (const RuleSource& source : sources) loader.add(source);
  RuleFiles files = loader.finish();
  if (errors.empty()) return files;
  // The fragments of a file that is no TOML are missed all over; that file is to be mended first.
  const auto is_coded = [](std::string_view code) {
    return [code](const Error& error) { return error.code == code; };
  };
  if (std::any_of(errors.begin(), errors.end(), is_coded("rule.toml"))) {
    std::erase_if(errors, is_coded("rule.fragment"));
  }
  std::stable_sort(errors.begin(), errors.end(), [](const Error& a, const Error& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  });
  const auto same = [](const Error& a, const Error& b) {
    return a.place == b.place && a.message == b.message;
  };
  errors.erase(std::unique(errors.begin(), errors.end(), same), errors.end());
  return errors;
}

}  // namespace faktum
