#include "resolve/recall.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "match/context.hpp"
#include "match/gazetteer.hpp"
#include "match/templates.hpp"
#include "rules/compiled_rules.hpp"
#include "text/ascii.hpp"
#include "text/characters.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

// "Radarion-Chef", but not what a number may count ("4090-mal").
bool begins_compound(std::string_view text, Span name) {
  return is_letter(code_point_at(text, name.begin)) && name.end + 1 < text.size() &&
         text[name.end] == '-' && is_upper(code_point_at(text, name.end + 1));
}

// The letters in brackets behind a name of several words that begin like these, in their order:
// "Galeria Karstadt Kaufhof (GKK)", but not a share's code.
std::string_view initials_behind(std::string_view text, const RuleMatch& match) {
  constexpr std::size_t longest = 6;
  const std::string_view behind = text.substr(match.span.end, longest + 3);
  const std::size_t close = behind.find(')');
  if (!behind.starts_with(" (") || close == std::string_view::npos) return {};
  const std::string_view letters = behind.substr(2, close - 2);
  if (!std::ranges::all_of(letters, is_ascii_upper) || letters == match.group("ticker")) return {};
  std::size_t words = 0;
  std::size_t at = 0;  // behind the last initial
  char before = ' ';
  const std::string_view form = match.group("form");  // without what extends it, as its legal form
  for (const char c : form.empty() ? match.span.of(text) : form) {
    const bool begins_word = is_ascii_upper(c) && (before == ' ' || before == '-');
    before = c;
    if (!begins_word) continue;
    const std::size_t found = letters.find(c, at);
    if (found == std::string_view::npos || (words == 0 && found != 0)) return {};
    at = found + 1;
    ++words;
  }
  return words >= 2 && letters.size() <= words + 1 ? letters : std::string_view{};
}

}  // namespace

void add_recalled(const ClassedText& text, const std::vector<Span>& sentences,
                  const std::vector<std::uint32_t>& standing, std::vector<RuleMatch>& candidates,
                  MatchTrace* trace) {
  std::map<std::string, std::uint32_t, std::less<>> introduced;  // name -> candidate
  for (const std::uint32_t index : standing) {
    const RuleMatch& match = candidates[index];
    for (const std::string& pattern : match.rule->spec.recall) {
      std::string name = pattern == initials_template
                             ? std::string(initials_behind(text.text, match))
                             : fill_template(pattern, match);
      if (name.size() >= 2) introduced.try_emplace(std::move(name), index);
    }
  }
  if (introduced.empty()) return;

  Gazetteer gazetteer;
  for (const auto& [name, index] : introduced) gazetteer.add(name, index);
  gazetteer.finish();
  std::vector<GazetteerHit> hits;
  gazetteer.find(text.text, hits);

  std::uint32_t sentence = 0;
  for (const GazetteerHit& hit : hits) {
    sentence = sentence_of(sentences, sentence, hit.span.begin);
    const Rule& rule = *candidates[hit.payload].rule;
    const Span bounds = sentences[sentence];
    const std::string_view said = hit.span.of(text.text);
    const bool is_genitive = !introduced.contains(said) && said.ends_with('s');
    // Then a noun may follow as it likes: "Radarions Chef", "Radarion-Chef Meier", where "Radarion
    // Meier" is none.
    const bool free_behind = is_genitive || begins_compound(text.text, hit.span);
    if (free_behind ? left_refuses(rule, text, bounds, hit.span)
                    : neighbours_refuse(rule, text, bounds, hit.span)) {
      if (trace != nullptr) trace->refuse_recalled(rule, text.text, bounds, hit.span, sentence);
      continue;
    }
    RuleMatch recalled = candidates[hit.payload];
    recalled.span = hit.span;
    recalled.sentence = sentence;
    candidates.push_back(recalled);
  }
}

}  // namespace faktum
