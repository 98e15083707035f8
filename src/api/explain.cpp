#include "api/explain.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <utility>

#include "api/candidates.hpp"
#include "api/composed_documents.hpp"
#include "text/sentences.hpp"
#include "text/span_index.hpp"

namespace faktum {
namespace {

SpanIndex index_of_standing(const CandidateFinder& finder) {
  SpanIndex index;
  for (const std::uint32_t standing : finder.standing) {
    index.add(finder.candidates[standing].span);
  }
  return index;
}

// The standing candidate that keeps the one at `index` from standing.
std::optional<std::uint32_t> winner_over(const CandidateFinder& finder, const SpanIndex& standing,
                                         std::uint32_t index) {
  std::optional<std::uint32_t> best;
  for (const std::uint32_t number : standing.overlapping(finder.candidates[index].span)) {
    const std::uint32_t other = finder.standing[number];
    if (goes_before(finder.candidates, other, best.value_or(index))) best = other;
  }
  return best;
}

Fate fate_standing(const CompiledRules& rules, const Rule& rule) {
  if (rule.spec.value == ValueType::nothing) return Fate::silent;
  return rules.wanted[rule.index] ? Fate::fact : Fate::unwanted;
}

}  // namespace

std::string_view name_of(Fate fate) {
  constexpr std::array<std::string_view, 5> names{"fact", "silent", "unwanted", "lost", "no_value"};
  return names[static_cast<std::size_t>(fate)];
}

std::string_view name_of(Decider decider) {
  constexpr std::array<std::string_view, 6> names{"length", "kind", "priority",
                                                  "begin",  "rule", "order"};
  return names[static_cast<std::size_t>(decider)];
}

namespace {

std::vector<std::pair<std::string_view, std::string>> groups_of(const RuleMatch& match) {
  std::vector<std::pair<std::string_view, std::string>> groups;
  for (auto group = match.groups.begin(); group != match.groups.end(); ++group) {
    const bool is_last = std::none_of(group + 1, match.groups.end(), [&](const auto& later) {
      return later.first == group->first;
    });
    if (is_last) groups.emplace_back(group->first, group->second);
  }
  return groups;
}

}  // namespace

Explanation explain(const RuleSet& rules, const Document& document) {
  Explanation explanation;
  MatchTrace trace;
  CandidateFinder finder(rules.compiled(), &trace);
  const ComposedDocuments composed({&document, 1});
  split_sentences(composed.documents().front().text, explanation.sentences);
  finder.match(composed.documents(), {&explanation.sentences, 1});
  finder.resolve(0);
  const auto count = static_cast<std::uint32_t>(finder.candidates.size());

  std::vector<std::uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::size_t begin = finder.candidates[a].span.begin;
    const std::size_t other = finder.candidates[b].span.begin;
    return begin != other ? begin < other : goes_before(finder.candidates, a, b);
  });
  std::vector<std::uint32_t> place(count);  // in `order`
  for (std::uint32_t i = 0; i < count; ++i) place[order[i]] = i;
  std::vector<bool> stands(count);
  for (const std::uint32_t index : finder.standing) stands[index] = true;
  const SpanIndex standing = index_of_standing(finder);

  for (const std::uint32_t index : order) {
    RuleMatch& candidate = finder.candidates[index];
    if (candidate.state == RuleMatch::State::open) finder.judge(candidate);
    ExplainedCandidate explained;
    explained.recalled = index >= finder.first_recalled;
    explained.fate = Fate::no_value;
    if (stands[index]) {
      explained.fate = fate_standing(rules.compiled(), *candidate.rule);
    } else if (const auto winner = winner_over(finder, standing, index)) {
      explained.fate = Fate::lost;
      explained.winner = place[*winner];
      explained.decider = decider(finder.candidates[*winner], candidate);
    }
    explained.groups = groups_of(candidate);
    candidate.groups = {};
    explained.match = candidate;
    explained.value = finder.values[candidate.value];
    explanation.candidates.push_back(std::move(explained));
  }
  explanation.refused = std::move(trace.refused);
  std::erase_if(explanation.refused, [&](const Refused& refused) {
    return refused.rule != nullptr &&
           fate_standing(rules.compiled(), *refused.rule) == Fate::unwanted;
  });
  std::stable_sort(explanation.refused.begin(), explanation.refused.end(),
                   [](const Refused& a, const Refused& b) { return a.span.begin < b.span.begin; });
  for (Span& sentence : explanation.sentences) composed.restore(0, sentence);
  for (ExplainedCandidate& candidate : explanation.candidates) {
    composed.restore(0, candidate.match.span);
    composed.restore(0, candidate.match.matched);
  }
  for (Refused& refused : explanation.refused) composed.restore(0, refused.span);
  return explanation;
}

}  // namespace faktum
