// What a RuleSet holds: rules and lists ready to match. Immutable once built, but for rules of the
// program's own image, which are read on first use, and patterns, which compile then; both are safe
// to share.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "automata/automata.hpp"
#include "automata/pattern_use.hpp"
#include "faktum/rule_set.hpp"
#include "match/array.hpp"
#include "match/gazetteer.hpp"
#include "match/lazy_table.hpp"
#include "match/neighbour_filter.hpp"
#include "rules/list.hpp"
#include "rules/pattern.hpp"
#include "rules/spec.hpp"
#include "rules/triggers.hpp"
#include "rules/word_tables.hpp"

namespace faktum {

struct ListIndex;

// What Pattern views.
struct PatternSources {
  std::string_view pattern, extend, before, after, not_before, not_after;
};

using GroupSet = std::set<std::string, std::less<>>;  // names

struct Rule {
  // Of the program's own image the sources lie there, and are none of the spec's.
  explicit Rule(RuleSpec from, const PatternSources* image = nullptr);

  RuleSpec spec;
  std::uint32_t index = 0;                            // in CompiledRules::rules
  std::vector<const std::vector<std::string>*> trim;  // into CompiledRules::words
  const std::vector<std::string>* trim_to = nullptr;  // the same, where the rule has it
  const std::vector<std::string>* not_alone = nullptr;
  const PhraseTable* words_before = nullptr;  // [words.before], where the rule asks for it
  PhraseTable::Keys not_words_before = 0;     // the key that the rule names there
  PhraseTable::Keys also_after = 0;           // the same for that key
  PhraseTable::Keys not_also_after = 0;
  const ListIndex* list = nullptr;   // that the rule asks for
  Array<std::uint32_t> entries;      // of the list, those that the rule's `names` says; sorted
  const ListIndex* named = nullptr;  // in which the text must name what the list's column says
  std::size_t named_column = 0;
  const ListIndex* yields_to = nullptr;      // to whose names its mentions give way
  const GroupSet* groups_of_kind = nullptr;  // where the kind's value is its groups
  int kind_rank = 0;                         // smaller wins between candidates of one length
  Pattern pattern, extend, before, after, not_before, not_after;

  // Whether words may be cut off the beginning of its mentions.
  [[nodiscard]] bool trims() const { return !trim.empty() || trim_to != nullptr; }

  // Calls `f(pattern, what it is asked)` for each, also for those that are empty.
  template <typename F>
  void each_pattern(F f) {
    each_pattern_of(*this, f);
  }
  template <typename F>
  void each_pattern(F f) const {
    each_pattern_of(*this, f);
  }

 private:
  template <typename Self, typename F>
  static void each_pattern_of(Self& self, F f) {
    f(self.pattern, PatternUse::find);
    f(self.extend, PatternUse::extend);
    f(self.before, PatternUse::ends);
    f(self.after, PatternUse::begins);
    f(self.not_before, PatternUse::ends);
    f(self.not_after, PatternUse::begins);
  }
};

// Rules that ask for a list, by their index.
struct AskingRules {
  struct OfEntry {
    std::uint32_t entry;
    std::uint32_t rule;
  };

  Array<std::uint32_t> all;
  Array<std::uint32_t> of_all;  // without those that name some entries
  NeighbourFilter near;         // of these; empty: none, all are tried
  Array<OfEntry> of_some;       // those, by entry

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(all);
    part(of_all);
    part(near);
    part(of_some);
  }
};

// A list and the rules that ask for it.
struct ListIndex {
  std::uint32_t number = 0;  // in CompiledRules::lists
  List list;                 // without entries where it comes from the program's own image
  // By entry: where in `cells` its own begin, one a column of the list, each with a tab behind it.
  Array<std::uint32_t> first_cells;
  Array<char> cells;
  std::vector<std::string> files;  // of the list, for messages

  [[nodiscard]] std::string_view cell(std::uint32_t entry, std::size_t column) const;

  AskingRules plain;      // for its unambiguous forms
  AskingRules ambiguous;  // for the others
};

struct CompiledRules {
  static constexpr std::uint16_t no_kind = 0xFFFF;

  std::vector<std::string> kinds;
  Array<std::uint16_t> kind_of;  // by rule, in `kinds`; no_kind: it finds what is none
  std::vector<bool> wanted;      // by rule, whether its kind is written out
  LazyTable<Rule> rules;         // by name
  std::map<std::string, GroupSet> groups_of_kinds;  // of all rules of a kind whose value they are
  std::map<std::string, std::string> fragments;
  WordTables words;
  Written written;  // where rules were read with their examples
  std::deque<ListIndex> lists;
  // The names of all lists. Payload of a hit: a FormPayload.
  Gazetteer names;
  std::deque<std::string> owned_bytes;  // of the files read from disk, which lists view

  Triggers triggers;
  std::shared_ptr<Automata> automata;  // that patterns use; null: none

  [[nodiscard]] const Rule* find(std::string_view name) const;

  // The texts by which tables are laid out: sample_text() and the rules' examples, which only rules
  // from files have.
  [[nodiscard]] std::string sample() const;
};

// Position of a kind between candidates of the same length: nothing, chip, date, money, percent,
// company, others.
[[nodiscard]] int kind_rank(const RuleSpec&);

}  // namespace faktum
