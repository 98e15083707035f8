#include "match/trace.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "match/context.hpp"
#include "rules/compiled_rules.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace faktum {
namespace {

using Reason = MatchTrace::Reason;
using Judgement = std::optional<Reason>;

// The word around a place inside it.
std::string word_around(std::string_view text, std::size_t at) {
  Span word{at, at};
  const auto step_left = [&] {
    do {
      --word.begin;
    } while (word.begin > 0 && is_continuation(text[word.begin]));
  };
  while (word.begin > 0 && !is_word_edge(text, word.begin)) step_left();
  while (word.end < text.size() && !is_word_edge(text, word.end)) {
    word.end += utf8_sequence(text, word.end).size;
  }
  return std::string(word.of(text));
}

Judgement judge_edges(const Rule& rule, std::string_view text, Span span) {
  if (rule.spec.edges == Edges::none) return std::nullopt;
  if (!is_word_begin(text, span.begin)) return Reason{Refusal::edge, word_around(text, span.begin)};
  if (rule.spec.edges == Edges::part || is_word_end(text, span.end)) return std::nullopt;
  return Reason{Refusal::edge, word_around(text, span.end)};
}

// What the pattern finds in `seen`.
std::optional<std::string> found(const Pattern& pattern, std::string_view seen) {
  if (pattern.empty()) return std::nullopt;
  re2::StringPiece part;
  if (!pattern.get().Match(piece(seen), 0, seen.size(), RE2::UNANCHORED, &part, 1)) {
    return std::nullopt;
  }
  return std::string(part.data(), part.size());
}

Judgement judge_refusing(const Rule& rule, std::string_view text, Span bounds, Span span) {
  if (const auto word = unwanted_word_before(rule, text, bounds, span); !word.empty()) {
    return Reason{Refusal::not_word_before, std::string(word)};
  }
  if (auto part = found(rule.not_before, left_of(text, bounds, span).of(text))) {
    return Reason{Refusal::not_before, std::move(*part)};
  }
  if (auto part = found(rule.not_after, right_of(text, bounds, span).of(text))) {
    return Reason{Refusal::not_after, std::move(*part)};
  }
  return std::nullopt;
}

Judgement judge_neighbours(const Rule& rule, std::string_view text, Span bounds, Span span) {
  const std::string_view left = left_of(text, bounds, span).of(text);
  const std::string_view right = right_of(text, bounds, span).of(text);
  if (!rule.before.empty() && !found(rule.before, left)) {
    return Reason{Refusal::before, std::string(left)};
  }
  if (!rule.after.empty() && !found(rule.after, right)) {
    return Reason{Refusal::after, std::string(right)};
  }
  return judge_refusing(rule, text, bounds, span);
}

Judgement judge_words(std::string_view text, const std::vector<std::string>& wanted,
                      const std::vector<std::string>& unwanted, Refusal missing, Refusal present) {
  if (!words_allow(text, wanted, {})) return Reason{missing, ""};
  for (const std::string& word : unwanted) {
    if (holds_word(text, word)) return Reason{present, word};
  }
  return std::nullopt;
}

Judgement judge_sentence(const RuleSpec& spec, std::string_view text, Span bounds) {
  return judge_words(bounds.of(text), spec.sentence, spec.not_sentence, Refusal::sentence,
                     Refusal::not_sentence);
}

Refused refused_form(const GazetteerHit& hit, std::uint32_t sentence) {
  Refused form;
  const FormPayload found(hit.payload);
  form.entry = found.entry;
  form.ambiguous = found.is_ambiguous();
  form.span = hit.span;
  form.sentence = sentence;
  return form;
}

}  // namespace

std::string_view name_of(Refusal refusal) {
  constexpr std::array<std::string_view, 21> names{
      "edge",         "trim",       "before",          "after",
      "not_before",   "not_after",  "not_word_before", "sentence",
      "not_sentence", "document",   "not_document",    "names",
      "nearly_plain", "named",      "capitals",        "beside",
      "unasked",      "also_after", "not_also_after",  "yields_to",
      "not_alone"};
  return names[static_cast<std::size_t>(refusal)];
}

const Judgement& MatchTrace::judge_document(const Rule& rule, std::string_view text) {
  const auto [known, is_new] = of_document_.try_emplace(&rule);
  if (is_new) {
    known->second = judge_words(text, rule.spec.document, rule.spec.not_document, Refusal::document,
                                Refusal::not_document);
  }
  return known->second;
}

void MatchTrace::refuse(const Rule& rule, std::string_view text, Span bounds,
                        std::uint32_t sentence, Span matched, Span span) {
  if (span.size() == 0 && !rule.trims()) return;  // the pattern matches nothing at all
  Refused match;
  match.rule = &rule;
  match.span = span.size() > 0 ? span : matched;
  match.sentence = sentence;
  Judgement reason = judge_edges(rule, text, match.span);
  if (!reason && span.size() == 0) reason = Reason{Refusal::trim, ""};
  if (!reason && is_noun_alone(rule, span.of(text))) reason = Reason{Refusal::not_alone, ""};
  if (!reason) reason = judge_document(rule, text);
  if (!reason) reason = judge_sentence(rule.spec, text, bounds);
  if (!reason) reason = judge_neighbours(rule, text, bounds, span);
  if (!reason) return;
  match.reason = reason->refusal;
  match.detail = std::move(reason->detail);
  refused.push_back(std::move(match));
}

void MatchTrace::refuse_all(const Rule& rule, std::string_view text, Span bounds,
                            std::uint32_t sentence) {
  const std::string_view within = bounds.of(text);
  const Pattern::Compiled& pattern = rule.pattern.compiled();
  const int captures = pattern.groups.count + 1;
  std::vector<re2::StringPiece> parts(static_cast<std::size_t>(captures));
  const auto span_of = [&](const re2::StringPiece& part) {
    const auto begin = static_cast<std::size_t>(part.data() - text.data());
    return Span{begin, begin + part.size()};
  };
  for (std::size_t from = 0; from < within.size();) {
    if (!pattern.re2.Match(piece(within), from, within.size(), RE2::UNANCHORED, parts.data(),
                           captures)) {
      return;
    }
    const Span matched = span_of(parts.front());
    if (matched.size() == 0) return;
    const re2::StringPiece& part = parts[static_cast<std::size_t>(pattern.groups.span)];
    const Span span = part.data() == nullptr ? matched : span_of(part);
    refuse(rule, text, bounds, sentence, matched, span);
    from = matched.end - bounds.begin;
  }
}

void MatchTrace::refuse_form(const Rule& rule, const GazetteerHit& hit, std::uint32_t sentence,
                             Refusal reason) {
  Refused form = refused_form(hit, sentence);
  form.rule = &rule;
  form.list = rule.list;
  form.reason = reason;
  refused.push_back(std::move(form));
}

void MatchTrace::refuse_form(const Rule& rule, std::string_view text, Span bounds,
                             const GazetteerHit& hit, std::uint32_t sentence) {
  Judgement reason = judge_document(rule, text);
  if (!reason) reason = judge_neighbours(rule, text, bounds, hit.span);
  if (!reason) reason = judge_sentence(rule.spec, text, bounds);
  if (!reason) return;
  refuse_form(rule, hit, sentence, reason->refusal);
  refused.back().detail = std::move(reason->detail);
}

void MatchTrace::refuse_unasked(const ListIndex& list, const GazetteerHit& hit,
                                std::uint32_t sentence) {
  Refused form = refused_form(hit, sentence);
  form.list = &list;
  form.reason = Refusal::unasked;
  refused.push_back(std::move(form));
}

void MatchTrace::refuse_yielding(const RuleMatch& yielding, std::string_view text, Span name) {
  Refused match;
  match.rule = yielding.rule;
  match.span = yielding.span;
  match.sentence = yielding.sentence;
  match.reason = Refusal::yields_to;
  match.detail = name.of(text);
  refused.push_back(std::move(match));
}

void MatchTrace::refuse_recalled(const Rule& rule, std::string_view text, Span bounds, Span span,
                                 std::uint32_t sentence) {
  Judgement reason = judge_refusing(rule, text, bounds, span);
  if (!reason) return;
  Refused name;
  name.rule = &rule;
  name.span = span;
  name.sentence = sentence;
  name.reason = reason->refusal;
  name.detail = std::move(reason->detail);
  refused.push_back(std::move(name));
}

}  // namespace faktum
