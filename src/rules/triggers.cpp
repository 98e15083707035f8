#include "rules/triggers.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "match/context.hpp"
#include "rules/compiled_rules.hpp"
#include "rules/rarity.hpp"
#include "rules/sample.hpp"
#include "text/ascii.hpp"

namespace faktum {
namespace {

using Numbers = std::vector<std::uint32_t>;

// More of a literal hardly makes it rarer, but the prefilter larger and slower.
constexpr std::size_t enough = 7;
constexpr std::size_t enough_of_document_word = 10;

std::string end_of(const std::string& literal, std::size_t size) {
  return literal.substr(literal.size() - std::min(literal.size(), size));
}

double work_of(const std::string& literal) { return Occurrences({&literal, 1}).work(); }

// Most often the end tells more: "betreib" is in many words, "treiber" in few; but "aschine" is in
// more than "suchmas".
std::string rarer_part_of(const std::string& atom) {
  if (atom.size() <= enough) return atom;
  std::string begin = atom.substr(0, enough);
  std::string end = end_of(atom, enough);
  return work_of(begin) < work_of(end) ? begin : end;
}

// The prefilter asks for capitals only where a literal begins with one. In any case the end may
// still tell more: "Internetdienst" begins as many words do.
std::string enough_of(const std::string& atom) {
  const auto first = std::ranges::find_if(atom, is_ascii_upper);
  if (first == atom.end()) return rarer_part_of(atom);
  std::string from_capital = std::string(first, atom.end()).substr(0, enough);
  if (from_capital.size() == atom.size()) return from_capital;
  std::string any_case = rarer_part_of(ascii_lower(atom));
  return work_of(any_case) < work_of(from_capital) ? any_case : from_capital;
}

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
        for (const auto& atoms : spec.atoms) add_set(sets, atoms);
        std::ranges::swap(sets.front(), *std::ranges::min_element(sets, {}, [&](std::uint32_t set) {
                            return wanted_sets_[set].occurrences.work();
                          }));
        wanted_sets_[sets.front()].is_first = true;
        add_set(sets, letters_of_all(spec.sentence));
        // What must stand before or behind the match stands in its sentence, too.
        add_set(sets, spec.neighbour_atoms.before);
        add_set(sets, spec.neighbour_atoms.after);
        count_spared_tries(sets);
      }
    }
    wanted_.push_back(document_words(spec.document));
    unwanted_.push_back(document_words(spec.not_document));
  }

  Triggers finish(std::string_view sample) && {
    keep_worthy_sets();
    Triggers triggers;
    triggers.prefilter = Prefilter(literals_, sample);
    triggers.always = Array<std::uint32_t>(std::move(always_));
    triggers.rules = Rows<Triggers::Waiting>(rules_);
    triggers.sets = Rows<std::uint32_t>(sets_);
    add_endings(triggers);
    triggers.document_words = std::move(document_words_);
    triggers.wanted = Rows<std::uint32_t>(wanted_);
    triggers.unwanted = Rows<std::uint32_t>(unwanted_);
    return triggers;
  }

 private:
  void add_set(Numbers& of_rule, std::vector<std::string> literals) {
    if (literals.empty()) return;
    for (std::string& literal : literals) literal = enough_of(literal);
    std::sort(literals.begin(), literals.end());
    literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
    const auto next = static_cast<std::uint32_t>(wanted_sets_.size());
    const auto [found, added] = set_ids_.try_emplace(std::move(literals), next);
    if (added) wanted_sets_.push_back({&found->first, Occurrences(found->first)});
    of_rule.push_back(found->second);
  }

  void count_spared_tries(const Numbers& of_rule) {
    const Occurrences& first = wanted_sets_[of_rule.front()].occurrences;
    for (std::size_t i = 1; i < of_rule.size(); ++i) {
      WantedSet& set = wanted_sets_[of_rule[i]];
      set.spared_tries += first.tries_without(set.occurrences);
    }
  }

  // Numbers the sets that are worth looking for, and the literals of these.
  void keep_worthy_sets() {
    constexpr std::uint32_t not_kept = std::numeric_limits<std::uint32_t>::max();
    Numbers kept(wanted_sets_.size(), not_kept);
    for (std::size_t i = 0; i < kept.size(); ++i) {
      const WantedSet& set = wanted_sets_[i];
      const double spared = Occurrences::stops_of_a_try * set.spared_tries;
      if (!set.is_first && set.occurrences.stops() > spared) continue;
      kept[i] = static_cast<std::uint32_t>(rules_.size());
      rules_.emplace_back();
      for (const std::string& text : *set.literals) sets_of_[literal(text)].push_back(kept[i]);
    }
    for (std::uint32_t rule = 0; rule < sets_.size(); ++rule) {
      for (std::uint32_t& set : sets_[rule]) set = kept[set];
      std::erase(sets_[rule], not_kept);
      const Numbers& sets = sets_[rule];
      if (!sets.empty()) rules_[sets[0]].push_back({rule, sets[sets.size() > 1 ? 1 : 0]});
    }
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
    std::vector<Triggers::Ending> endings(triggers.prefilter.endings());
    std::vector<Numbers> more_sets(endings.size());
    std::vector<Numbers> words(endings.size());
    for (std::uint32_t i = 0; i < endings.size(); ++i) {
      std::set<std::uint32_t> sets;
      for (const std::uint32_t literal : triggers.prefilter.literals(i)) {
        sets.insert(sets_of_[literal].begin(), sets_of_[literal].end());
        words[i].insert(words[i].end(), words_[literal].begin(), words_[literal].end());
      }
      std::ranges::copy_if(sets, std::back_inserter(more_sets[i]),
                           [&](std::uint32_t set) { return !add_to(endings[i], set); });
      endings[i].has_more = !more_sets[i].empty();
      endings[i].has_words = !words[i].empty();
    }
    triggers.endings = Array<Triggers::Ending>(std::move(endings));
    triggers.more_sets = Rows<std::uint32_t>(more_sets);
    triggers.words = Rows<std::uint32_t>(words);
  }

  // Whether there was room for the set.
  static bool add_to(Triggers::Ending& ending, std::uint32_t set) {
    if (ending.count == ending.sets.size() || set > std::numeric_limits<std::uint16_t>::max()) {
      return false;
    }
    ending.sets[ending.count++] = static_cast<std::uint16_t>(set);
    return true;
  }

  Numbers document_words(const std::vector<std::string>& words) {
    Numbers ids;
    for (const std::string& word : words) {
      const auto [found, added] =
          word_ids_.try_emplace(word, static_cast<std::uint32_t>(document_words_.size()));
      ids.push_back(found->second);
      if (!added) continue;
      document_words_.push_back(word);
      std::string end = end_of(std::string(letters_of(word)), enough_of_document_word);
      if (!is_ascii_upper(end.front()) || end.size() > enough) end = ascii_lower(end);
      words_[literal(end)].push_back(found->second);
    }
    return ids;
  }

  std::map<std::string, std::uint32_t, std::less<>> literal_ids_;
  struct WantedSet {
    const std::vector<std::string>* literals;  // in set_ids_
    Occurrences occurrences;
    bool is_first = false;    // the one by which sentences for a rule are found
    double spared_tries = 0;  // of rules whose first one is another
  };
  std::map<std::vector<std::string>, std::uint32_t> set_ids_;
  std::vector<WantedSet> wanted_sets_;
  std::map<std::string_view, std::uint32_t> word_ids_;
  std::vector<std::string> literals_;
  std::vector<Numbers> sets_of_, words_;               // by literal
  std::vector<std::vector<Triggers::Waiting>> rules_;  // by set
  std::vector<Numbers> sets_, wanted_, unwanted_;
  Numbers always_;
  std::vector<std::string_view> document_words_;
};

}  // namespace

Triggers::Sets Triggers::first_sets() const {
  Sets first(rules.size());
  for (std::size_t set = 0; set < rules.size(); ++set) {
    if (!rules[set].empty()) first.add(set);
  }
  return first;
}

Triggers Triggers::of(const LazyTable<Rule>& rules, bool prefilter, std::string_view sample) {
  Builder builder;
  for (const Rule& rule : rules) builder.add(rule, prefilter);
  return std::move(builder).finish(sample);
}

}  // namespace faktum
