// Why a document's facts are what they are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "faktum/document.hpp"
#include "faktum/rule_set.hpp"
#include "match/rule_match.hpp"
#include "match/trace.hpp"
#include "resolve/overlap.hpp"

namespace faktum {

// What became of a candidate. `fact`: it is one. `silent`: it stands, but its rule makes no fact.
// `unwanted`: it stands, but its kind was not asked for. `lost`: to another. `no_value`: its groups
// make none.
enum class Fate : std::uint8_t { fact, silent, unwanted, lost, no_value };

[[nodiscard]] std::string_view name_of(Fate);
[[nodiscard]] std::string_view name_of(Decider);

struct ExplainedCandidate {
  RuleMatch match;  // judged; its groups are gone with the matcher that read them
  Value value;      // where it is valid
  std::vector<std::pair<std::string_view, std::string>> groups;  // of one name the last
  bool recalled = false;
  Fate fate = Fate::fact;
  std::uint32_t winner = 0;  // that it lost to, in Explanation::candidates
  Decider decider = Decider::length;
};

// Views the RuleSet, not the document.
struct Explanation {
  std::vector<Span> sentences;
  std::vector<ExplainedCandidate> candidates;  // by begin, then as they go before each other
  std::vector<Refused> refused;  // matches of wanted kinds that made no candidate, by begin
};

// By the same steps as Extractor::extract(): its facts are the candidates whose fate is `fact`.
// Rules built with prefilter(false) name every refusal; with a prefilter a rule is not tried, and
// so refuses nothing, where what it wants beside its match is nowhere in the sentence.
[[nodiscard]] Explanation explain(const RuleSet& rules, const Document& document);

}  // namespace faktum
