#include "resolve/overlap.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>

#include "rules/compiled_rules.hpp"

namespace faktum {
namespace {

auto precedence(const RuleMatch& match) {
  return std::tuple(-static_cast<std::ptrdiff_t>(match.span.size()), match.rule->kind_rank,
                    -static_cast<std::int64_t>(match.rule->spec.priority), match.span.begin,
                    match.rule->index);
}

// The indexes of the candidates by their begin. They are put by sentence first, which takes linear
// time.
std::vector<std::uint32_t> in_text_order(const std::vector<RuleMatch>& candidates) {
  std::vector<std::uint32_t> ends;  // in `order`, by sentence
  for (const RuleMatch& candidate : candidates) {
    const std::uint32_t sentence = candidate.sentence;
    if (sentence >= ends.size()) ends.resize(sentence + 1, 0);
    ++ends[sentence];
  }
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<std::uint32_t> order(candidates.size());
  std::vector<std::uint32_t> begins = ends;
  for (auto i = static_cast<std::uint32_t>(candidates.size()); i > 0; --i) {
    order[--begins[candidates[i - 1].sentence]] = i - 1;
  }
  for (std::size_t sentence = 0; sentence < ends.size(); ++sentence) {
    std::sort(order.begin() + begins[sentence], order.begin() + ends[sentence],
              [&](std::uint32_t a, std::uint32_t b) {
                return std::pair(candidates[a].span.begin, a) <
                       std::pair(candidates[b].span.begin, b);
              });
  }
  return order;
}

}  // namespace

Decider decider(const RuleMatch& a, const RuleMatch& b) {
  const auto [length, kind, priority, begin, rule] = precedence(a);
  const auto [other_length, other_kind, other_priority, other_begin, other_rule] = precedence(b);
  if (length != other_length) return Decider::length;
  if (kind != other_kind) return Decider::kind;
  if (priority != other_priority) return Decider::priority;
  if (begin != other_begin) return Decider::begin;
  return rule != other_rule ? Decider::rule : Decider::order;
}

bool goes_before(const std::vector<RuleMatch>& candidates, std::uint32_t a, std::uint32_t b) {
  return std::tuple(precedence(candidates[a]), a) < std::tuple(precedence(candidates[b]), b);
}

std::vector<std::uint32_t> resolve_overlaps(std::vector<RuleMatch>& candidates,
                                            const std::function<void(RuleMatch&)>& judge) {
  const auto begins_before = [&](std::uint32_t a, std::uint32_t b) {
    return candidates[a].span.begin < candidates[b].span.begin;
  };
  std::vector<std::uint32_t> order = in_text_order(candidates);

  // Candidates that touch each other, if only through others, form a cluster, decided by itself.
  std::vector<std::uint32_t> standing;
  std::vector<std::uint32_t> chosen;
  for (auto first = order.begin(); first != order.end();) {
    std::size_t end = candidates[*first].span.end;
    auto last = first + 1;
    for (; last != order.end() && candidates[*last].span.begin < end; ++last) {
      end = std::max(end, candidates[*last].span.end);
    }
    std::sort(first, last,
              [&](std::uint32_t a, std::uint32_t b) { return goes_before(candidates, a, b); });
    chosen.clear();
    for (; first != last; ++first) {
      RuleMatch& candidate = candidates[*first];
      if (std::any_of(chosen.begin(), chosen.end(), [&](std::uint32_t other) {
            return candidates[other].span.overlaps(candidate.span);
          })) {
        continue;
      }
      if (candidate.state == RuleMatch::State::open) judge(candidate);
      if (candidate.state == RuleMatch::State::valid) chosen.push_back(*first);
    }
    std::sort(chosen.begin(), chosen.end(), begins_before);
    standing.insert(standing.end(), chosen.begin(), chosen.end());
  }
  return standing;
}

}  // namespace faktum
