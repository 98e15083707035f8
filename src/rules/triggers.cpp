#include "rules/triggers.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "match/context.hpp"
#include "match/fold.hpp"
#include "rules/atoms.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {
namespace {

using Numbers = std::vector<std::uint32_t>;

std::vector<std::string> letters_of_all(const std::vector<std::string>& words) {
  std::vector<std::string> letters;
  letters.reserve(words.size());
  for (const std::string& word : words) letters.emplace_back(letters_of(word));
  return letters;
}

class Builder {
 public:
  void add(const Rule& rule, bool prefilter) {
    const RuleSpec& spec = rule.spec;
    Numbers& sets = sets_.emplace_back();
    if (!rule.pattern.empty()) {
      if (spec.atoms.empty() || !prefilter) {
        always_.push_back(rule.index);
      } else {
        for (const auto& atoms : spec.atoms) sets.push_back(set(atoms));
        if (!spec.sentence.empty()) sets.push_back(set(letters_of_all(spec.sentence)));
        // What must stand before or behind the match stands in its sentence, too.
        for (const auto* atoms : {&spec.neighbour_atoms.before, &spec.neighbour_atoms.after}) {
          if (!atoms->empty() && !are_frequent(*atoms)) sets.push_back(set(*atoms));
        }
        rules_[sets.front()].push_back(rule.index);
      }
    }
    wanted_.push_back(document_words(spec.document));
    unwanted_.push_back(document_words(spec.not_document));
  }

  Triggers finish() && {
    Triggers triggers;
    std::vector<Triggers::Spelling> spellings;
    std::vector<char> letters;
    for (std::size_t i = 0; i < literals_.size(); ++i) {
      Triggers::Spelling& spelling = spellings.emplace_back();
      std::string folded;
      fold_text(literals_[i], folded);
      if (folded != literals_[i]) {
        spelling.begin = static_cast<std::uint32_t>(letters.size());
        spelling.size = static_cast<std::uint32_t>(folded.size());
        letters.insert(letters.end(), literals_[i].begin(), literals_[i].end());
      }
      literals_[i] = std::move(folded);
    }
    triggers.prefilter = Prefilter(literals_);
    triggers.spellings = Array<Triggers::Spelling>(std::move(spellings));
    triggers.letters = Array<char>(std::move(letters));
    triggers.words = Rows<std::uint32_t>(words_);
    triggers.always = Array<std::uint32_t>(std::move(always_));
    triggers.sets_of = Rows<std::uint32_t>(sets_of_);
    triggers.rules = Rows<std::uint32_t>(rules_);
    triggers.sets = Rows<std::uint32_t>(sets_);
    add_endings(triggers);
    triggers.document_words = std::move(document_words_);
    triggers.wanted = Rows<std::uint32_t>(wanted_);
    triggers.unwanted = Rows<std::uint32_t>(unwanted_);
    return triggers;
  }

 private:
  std::uint32_t set(std::vector<std::string> atoms) {
    std::sort(atoms.begin(), atoms.end());
    atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
    const auto [found, added] =
        set_ids_.try_emplace(std::move(atoms), static_cast<std::uint32_t>(rules_.size()));
    if (added) {
      rules_.emplace_back();
      for (const std::string& atom : found->first) sets_of_[literal(atom)].push_back(found->second);
    }
    return found->second;
  }

  std::uint32_t literal(const std::string& text) {
    const auto [found, added] =
        literal_ids_.try_emplace(text, static_cast<std::uint32_t>(literals_.size()));
    if (added) {
      literals_.push_back(text);
      sets_of_.emplace_back();
      words_.emplace_back();
    }
    return found->second;
  }

  void add_endings(Triggers& triggers) const {
    const std::size_t blocks = triggers.blocks();
    std::vector<Triggers::Block> first_sets(blocks);
    for (std::uint32_t set = 0; set < rules_.size(); ++set) {
      if (!rules_[set].empty()) first_sets[Triggers::block_of(set)].add(set);
    }
    std::vector<Triggers::Block> masks(triggers.prefilter.endings() * blocks);
    std::vector<Numbers> looked_at(triggers.prefilter.endings());
    for (std::uint32_t ending = 0; ending < looked_at.size(); ++ending) {
      for (const std::uint32_t literal : triggers.prefilter.literals(ending)) {
        if (triggers.spellings[literal].size != 0 || !words_[literal].empty()) {
          looked_at[ending].push_back(literal);
          continue;
        }
        for (const std::uint32_t set : sets_of_[literal]) {
          masks[ending * blocks + Triggers::block_of(set)].add(set);
        }
      }
    }
    triggers.first_sets = Array<Triggers::Block>(std::move(first_sets));
    triggers.masks = Array<Triggers::Block>(std::move(masks));
    triggers.looked_at = Rows<std::uint32_t>(looked_at);
  }

  Numbers document_words(const std::vector<std::string>& words) {
    Numbers ids;
    for (const std::string& word : words) {
      const auto [found, added] =
          word_ids_.try_emplace(word, static_cast<std::uint32_t>(document_words_.size()));
      ids.push_back(found->second);
      if (!added) continue;
      document_words_.push_back(word);
      std::string any_case;
      fold_text(letters_of(word), any_case);
      words_[literal(any_case)].push_back(found->second);
    }
    return ids;
  }

  std::map<std::string, std::uint32_t, std::less<>> literal_ids_;
  std::map<std::vector<std::string>, std::uint32_t> set_ids_;
  std::map<std::string_view, std::uint32_t> word_ids_;
  std::vector<std::string> literals_;
  std::vector<Numbers> sets_of_, words_;  // by literal
  std::vector<Numbers> rules_;            // by set
  std::vector<Numbers> sets_, wanted_, unwanted_;
  Numbers always_;
  std::vector<std::string_view> document_words_;
};

}  // namespace

Triggers Triggers::of(const std::deque<Rule>& rules, bool prefilter) {
  Builder builder;
  for (const Rule& rule : rules) builder.add(rule, prefilter);
  return std::move(builder).finish();
}

}  // namespace faktum
