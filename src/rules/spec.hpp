// What rule files say, after their fragments are expanded; nothing is compiled yet.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faktum/error.hpp"

namespace faktum {

// Where a match may begin and end. `word`: at word edges on both sides (a hyphen, a slash and
// punctuation are edges; inside a number there is none). `part`: begins at one, ends anywhere.
// `none`: anywhere.
enum class Edges : std::uint8_t { word, part, none };

// The shape of a kind's value. The five built-in kinds have their own; others choose.
enum class ValueType : std::uint8_t { company, chip, number, money, date, name, groups, nothing };

// One text that a rule must find something in. `value` is the JSON of the wanted value's keys,
// compared key by key; empty where the example does not say.
struct Example {
  std::string text;
  std::string finds;
  std::string value;
  std::string published;  // YYYY-MM-DD, for relative dates; empty where none
};

struct RuleSpec {
  std::string name;  // "percent.plain"
  std::string kind;
  ValueType value = ValueType::groups;
  std::string pattern;             // RE2; empty for a rule that only matches a list
  std::string list;                // name of a list; its forms are what the rule matches
  bool ambiguous = false;          // match the list's `?` and `~` forms instead of its plain ones
  bool nearly_plain = false;       // of these only the `~` forms
  std::vector<std::string> names;  // only these entries of the list; empty: all
  bool capitals = false;           // only a form that the text writes in capitals ("BVG")
  bool beside = false;  // only where an unambiguous name of the list stands in the same sentence
  // Only where the text holds a name of the entry of `named_list` that the list's column
  // `named_column` says, an unambiguous one where both are the same list. Empty: everywhere.
  std::string named_list, named_column;
  // A name of this list that ends where the group `name` does wins over the mention, which began
  // too early ("Münchner Siemens AG"). Empty: the longer wins, as ever.
  std::string yields_to;
  std::string extend;  // pattern that continues a list's name (legal forms), part of the span
  std::vector<std::string> cut_end;  // "-Gruppe": cut off the end of a list's name
  std::vector<std::string> trim;  // keys of [words.trim]: words cut off the beginning of the span
  std::string trim_to;    // the same key of a table whose words are cut off with all before them
  std::string not_alone;  // the same key of nouns that are no mention alone
  Edges edges = Edges::word;
  int priority = 0;  // decides between candidates of one length and one kind rank

  // Patterns that must (not) stand directly before or after the match, in its sentence.
  std::string before, after, not_before, not_after;
  // Keys of [words.before]: only where the text (nowhere) has the same form behind a word of it.
  std::string also_after, not_also_after;
  std::string not_word_before;  // key of [words.before]: the word before the match is none of these
  // Words of which one must (none may) stand in the sentence or document. `Karte*` is a prefix,
  // `*karte` a suffix.
  std::vector<std::string> sentence, not_sentence, document, not_document;

  // Groups the rule gives itself; `{name}` in them is replaced by that group's text.
  std::vector<std::pair<std::string, std::string>> set;
  // Shorter names of what was found, valid in the rest of its document; templates as in `set`.
  std::vector<std::string> recall;

  std::vector<Example> examples;
  std::vector<std::string> rejects;

  // Sets of literals: every match holds one of each; see rules/atoms.hpp.
  std::vector<std::vector<std::string>> atoms;
  struct NeighbourAtoms {
    std::vector<std::string> before, after, not_before, not_after, extend;
  };
  NeighbourAtoms neighbour_atoms;  // the first such set of each of these patterns

  Place place;
  std::vector<std::pair<std::string, Place>> key_places;  // of each key, while loading only
  // Key and pattern, with its {{fragments}}; while loading only.
  std::vector<std::pair<std::string, std::string>> written;

  [[nodiscard]] const Place& place_of(std::string_view key) const {
    for (const auto& [known, at] : key_places) {
      if (known == key) return at;
    }
    return place;
  }
};

// `[words.GROUP]` tables: GROUP -> KEY -> phrases, sorted. Hedges, signs of tense, spellings.
using Phrases = std::map<std::string, std::map<std::string, std::vector<std::string>>>;

struct FragmentSource {
  std::string text;
  Place place;
};

// What only lint() asks for: fragments as written, where the keys of [words.GROUP] stand, and what
// takes the place of something built-in that other rules use.
struct Written {
  struct Replacement {
    std::string what;  // "fragment", "list"
    std::string name;
    Place place;
    Place replaced;
  };
  std::map<std::string, FragmentSource> fragments;
  std::map<std::pair<std::string, std::string>, Place> words;  // by group and key
  std::vector<Replacement> replacements;
};

struct RuleFiles {
  std::vector<RuleSpec> rules;
  std::map<std::string, std::string> fragments;  // expanded
  Phrases words;
  Written written;  // while loading only
};

}  // namespace faktum
