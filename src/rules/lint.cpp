#include "rules/lint.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "rules/lint_list.hpp"
#include "rules/lint_pattern.hpp"
#include "rules/rarity.hpp"
#include "rules/word_tables.hpp"
#include "text/ascii.hpp"

namespace faktum {
namespace {

// What to do about `\b` and `\B`, `\w` and `\W`, `\s` and `\S`.
std::pair<std::string, std::string> code_and_advice(char letter) {
  if (letter == 'b' || letter == 'B') {
    return {"lint.ascii_edge",
            " takes ä for the end of a word; put it beside an ASCII letter or digit, or leave the "
            "edge to `edges`"};
  }
  if (letter == 'w' || letter == 'W') {
    return {"lint.ascii_word", " knows no ä, ö, ü and ß; write [\\p{L}\\d] or [^\\p{L}\\d]"};
  }
  return {"lint.ascii_space",
          " knows no no-break space; write {{gap}}, [\\s\\x{A0}\\x{202F}] or "
          "[^\\s\\x{A0}\\x{202F}]"};
}

// One finding for all escapes of one kind in a pattern.
void lint_escapes(const std::string& owner, std::string_view pattern, const Place& place,
                  const CompiledRules& rules, Errors& findings) {
  std::map<char, std::vector<AsciiEscape>> by_letter;
  for (AsciiEscape& escape : ascii_escapes(pattern, rules.fragments)) {
    by_letter[escape.letter].push_back(std::move(escape));
  }
  for (const auto& [letter, escapes] : by_letter) {
    auto [code, advice] = code_and_advice(letter);
    const std::string& piece = escapes.front().piece;
    std::string message = owner;
    message.append(": `\\").append(1, letter).append("` in ").append(piece);
    if (escapes.size() > 1) {
      message += " (and " + std::to_string(escapes.size() - 1) + " more)";
    }
    findings.push_back({std::move(code), message + advice, place, piece});
  }
}

// Of the sentences of German text, about the part on which a rule is tried that asks for no words
// of the sentence or document.
double share_of_sentences(const RuleSpec& spec) {
  if (!spec.sentence.empty() || !spec.document.empty()) return 0;
  double share = 1;
  const auto needs = [&](const std::vector<std::string>& literals) {
    if (!literals.empty()) share = std::min(share, Occurrences(literals).share());
  };
  std::ranges::for_each(spec.atoms, needs);
  needs(spec.neighbour_atoms.before);
  needs(spec.neighbour_atoms.after);
  return share;
}

// One that stands in most sentences, in some case.
bool has_letter_alone(const std::vector<std::string>& literals) {
  return std::ranges::any_of(literals, [](const std::string& literal) {
    const std::string letter = ascii_lower(literal);
    return letter.size() == 1 && is_ascii_lower(letter[0]) &&
           Occurrences({&letter, 1}).share() > most_share_of_sentences;
  });
}

void lint_rule(const Rule& rule, const CompiledRules& rules, Errors& findings) {
  const RuleSpec& spec = rule.spec;
  const std::string owner = "rule '" + spec.name + "'";
  const auto find = [&](std::string code, const std::string& message, const Place& place) {
    findings.push_back({std::move(code), owner + message, place, spec.name});
  };
  if (spec.examples.empty()) {
    find("lint.no_example", " has no example; add a text and what it finds there", spec.place);
  }
  if (spec.rejects.empty()) {
    find("lint.no_reject", " has no reject; add a text in which it must find nothing", spec.place);
  }
  for (const auto& [key, pattern] : spec.written) {
    lint_escapes(owner, pattern, spec.place_of(key), rules, findings);
  }
  if (spec.pattern.empty()) return;
  if (spec.atoms.empty()) {
    find("lint.no_atoms",
         " is tried on every sentence, for no literal is in all its matches; give each "
         "alternative a word or sign of its own",
         spec.place_of("pattern"));
  } else if (const double share = share_of_sentences(spec); share > most_share_of_sentences) {
    find("lint.common_atoms",
         " is tried on " + std::to_string(std::lround(100 * share)) +
             " % of all sentences, so common are the literals of its matches; spell out what is "
             "rare in them",
         spec.place_of("pattern"));
  } else if (std::ranges::all_of(spec.atoms, has_letter_alone)) {
    find("lint.letter_atoms",
         " makes the prefilter stop at every such letter, for a letter alone is all that its "
         "matches hold; take what stands beside it into the pattern and name the part `span`",
         spec.place_of("pattern"));
  }
  if (const int size = rule.pattern.get().ProgramSize(); size > most_program_size) {
    find("lint.program_size",
         " compiles to " + std::to_string(size) + " instructions, more than " +
             std::to_string(most_program_size) + "; shorten its repeats and (?i), or split it",
         spec.place_of("pattern"));
  }
}

// The names in {{…}}.
void add_references(std::string_view pattern, std::set<std::string, std::less<>>& names) {
  for (std::size_t open = pattern.find("{{"); open != std::string_view::npos;
       open = pattern.find("{{", open + 2)) {
    const std::size_t close = pattern.find("}}", open);
    if (close == std::string_view::npos) return;
    names.emplace(pattern.substr(open + 2, close - open - 2));
  }
}

void lint_fragments(const CompiledRules& rules, Errors& findings) {
  std::set<std::string, std::less<>> used;
  for (const Rule& rule : rules.rules) {
    for (const auto& [key, pattern] : rule.spec.written) add_references(pattern, used);
  }
  for (const auto& [name, source] : rules.written.fragments) add_references(source.text, used);
  for (const auto& [name, source] : rules.written.fragments) {
    lint_escapes("fragment '" + name + "'", source.text, source.place, rules, findings);
    if (used.contains(name)) continue;
    findings.push_back({"lint.unused_fragment",
                        "no pattern uses the fragment {{" + name + "}}; delete it", source.place,
                        name});
  }
}

// Whether a rule asks for the key of [words.trim] or [words.before].
bool is_named_by_a_rule(const CompiledRules& rules, const std::string& table,
                        const std::string& key) {
  return std::any_of(rules.rules.begin(), rules.rules.end(), [&](const Rule& rule) {
    const auto& trim = rule.spec.trim;
    return table == "trim" ? rule.spec.trim_to == key || rule.spec.not_alone == key ||
                                 std::ranges::find(trim, key) != trim.end()
                           : rule.spec.not_word_before == key || rule.spec.also_after == key ||
                                 rule.spec.not_also_after == key;
  });
}

// Which keys of the other tables are asked for depends on what the texts say.
void lint_words(const CompiledRules& rules, Errors& findings) {
  std::string last_unknown;
  for (const auto& [name, place] : rules.written.words) {
    const auto& [table, key] = name;
    const bool known = std::ranges::find(word_group_names, table) != word_group_names.end();
    if (!known && last_unknown != table) {
      last_unknown = table;
      findings.push_back({"lint.unused_words",
                          "nothing asks for [words." + table + "]; delete it or correct its name",
                          place, table});
    }
    const bool unused =
        ((table == "trim" || table == "before") && !is_named_by_a_rule(rules, table, key)) ||
        (table == "series" && key != "after");
    if (!unused) continue;
    std::string message = "nothing asks for the key '";
    message.append(key).append("' of [words.").append(table);
    message += "]; delete it or correct its name";
    findings.push_back({"lint.unused_words", std::move(message), place, key});
  }
}

// A name that a user's file has by chance changes what the built-in rules mean.
void lint_replacements(const CompiledRules& rules, Errors& findings) {
  for (const auto& [what, name, place, replaced] : rules.written.replacements) {
    std::string message = "the ";
    message.append(what).append(" '").append(name).append("' takes the place of that of ");
    message.append(replaced.file);
    message += " for all rules; give it another name if that is not meant";
    findings.push_back({"lint.replaced", std::move(message), place, name});
  }
}

}  // namespace

Errors lint(const CompiledRules& rules) {
  Errors findings;
  for (const Rule& rule : rules.rules) lint_rule(rule, rules, findings);
  lint_fragments(rules, findings);
  lint_words(rules, findings);
  lint_replacements(rules, findings);
  for (const ListIndex& index : rules.lists) lint_list(index, rules, findings);
  std::stable_sort(findings.begin(), findings.end(), [](const Error& a, const Error& b) {
    return std::tie(a.place.file, a.place.line, a.place.column) <
           std::tie(b.place.file, b.place.line, b.place.column);
  });
  return findings;
}

}  // namespace faktum
