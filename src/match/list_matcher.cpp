#include "match/list_matcher.hpp"

#include <algorithm>

#include "match/context.hpp"
#include "match/pattern_search.hpp"
#include "text/ascii.hpp"
#include "text/characters.hpp"
#include "text/sentences.hpp"
#include "text/words.hpp"

namespace faktum {
namespace {

// "Schwarz" of "Schwarz-Gruppe", where the rule's `cut_end` says so.
Span without_end(const RuleSpec& rule, std::string_view text, Span span) {
  for (const std::string& end : rule.cut_end) {
    if (span.of(text).ends_with(end)) return {span.begin, span.end - end.size()};
  }
  return span;
}

// "BVG", "RTL2", also with a genitive's ending.
bool is_in_capitals(std::string_view form) {
  return form.size() > 1 && std::ranges::none_of(form.substr(0, form.size() - 1), is_ascii_lower);
}

bool is_ambiguous(const GazetteerHit& hit) { return FormPayload(hit.payload).is_ambiguous(); }

std::uint32_t entry_of(const GazetteerHit& hit) { return FormPayload(hit.payload).entry; }

}  // namespace

ListMatcher::ListMatcher(const CompiledRules& rules, WorkFinder& work, MatchTrace* trace,
                         MatchProfile* profile)
    : rules_(rules), work_(work), trace_(trace), profile_(profile) {}

void ListMatcher::match(const Batch& batch, const ClassedText& text,
                        std::vector<RuleMatch>& matches) {
  batch_ = &batch;
  text_ = text;
  matches_ = &matches;
  hits_.clear();
  rules_.names.find(text.text, hits_);
  sentence_of_hit_.clear();
  std::uint32_t sentence = 0;
  for (const GazetteerHit& hit : hits_) {
    sentence = sentence_of(batch.sentences(), sentence, hit.span.begin);
    sentence_of_hit_.push_back(sentence);
  }
  names_held_.clear();
  forms_after_.clear();
  for (const ListIndex& list : rules_.lists) {
    plain_sentences_.clear();
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      if (hits_[i].list == list.number && !is_ambiguous(hits_[i])) {
        plain_sentences_.push_back(sentence_of_hit_[i]);
      }
    }
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      if (hits_[i].list == list.number) try_rules(list, place_of(i));
    }
  }
}

ListMatcher::Place ListMatcher::place_of(std::size_t hit) const {
  const std::uint32_t sentence = sentence_of_hit_[hit];
  return {hits_[hit], sentence, batch_->part_of(sentence)};
}

void ListMatcher::try_rules(const ListIndex& list, const Place& place) {
  const AskingRules& asking = is_ambiguous(place.hit) ? list.ambiguous : list.plain;
  const auto try_all = [&](std::span<const std::uint32_t> rules) {
    for (const std::uint32_t rule : rules) try_rule(rules_.rules[rule], place);
  };
  if (trace_ != nullptr) {
    // A trace hears of those, too, that name other entries.
    if (asking.all.empty()) trace_->refuse_unasked(list, place.hit, place.sentence);
    return try_all(asking.all.view());
  }
  if (asking.near.empty()) {
    try_all(asking.of_all.view());
  } else {
    const Span bounds = batch_->sentences()[place.sentence];
    asking.near.each_possible(text_.classes, bounds, place.hit.span, [&](std::size_t i) {
      try_rule(rules_.rules[asking.of_all[i]], place);
    });
  }
  const std::uint32_t entry = entry_of(place.hit);
  for (auto one = std::ranges::lower_bound(asking.of_some, entry, {}, &AskingRules::OfEntry::entry);
       one != asking.of_some.end() && one->entry == entry; ++one) {
    try_rule(rules_.rules[one->rule], place);
  }
}

void ListMatcher::try_rule(const Rule& rule, const Place& place) {
  const auto& [hit, sentence, document] = place;
  const CostTimer timer(profile_, rule.index);
  if (profile_ != nullptr) ++(*profile_)[rule.index].tried;
  const RuleSpec& spec = rule.spec;
  const Span bounds = batch_->sentences()[sentence];
  const auto refuse = [&](Refusal reason) {
    if (trace_ != nullptr) trace_->refuse_form(rule, place.hit, place.sentence, reason);
  };
  if (!spec.names.empty() && !std::ranges::binary_search(rule.entries.view(), entry_of(hit))) {
    return refuse(Refusal::names);
  }
  if (spec.nearly_plain && FormPayload(hit.payload).mark != Mark::nearly_plain) {
    return refuse(Refusal::nearly_plain);
  }
  if (rule.named != nullptr && !is_named(rule, place)) {
    return refuse(Refusal::named);
  }
  if (spec.capitals && !is_in_capitals(hit.span.of(text_.text))) {
    return refuse(Refusal::capitals);
  }
  if (spec.beside && !std::ranges::binary_search(plain_sentences_, sentence)) {
    return refuse(Refusal::beside);
  }
  if (!work_.document_allows(sentence, rule.index) ||
      !neighbours_allow(rule, text_, bounds, hit.span) ||
      !words_allow(bounds.of(text_.text), spec.sentence, spec.not_sentence)) {
    if (trace_ != nullptr) trace_->refuse_form(rule, text_.text, bounds, hit, sentence);
    return;
  }
  if (rule.also_after != 0 && !also_stands_after(rule, rule.also_after, place)) {
    return refuse(Refusal::also_after);
  }
  if (rule.not_also_after != 0 && also_stands_after(rule, rule.not_also_after, place)) {
    return refuse(Refusal::not_also_after);
  }
  RuleMatch& match = matches_->emplace_back();
  match.rule = &rule;
  match.span = extended(rule, without_end(spec, text_.text, hit.span), bounds);
  match.sentence = sentence;
  match.matched = hit.span;
  match.entry = entry_of(hit);
}

// The documents and forms that stand behind a word of the keys of [words.before], sorted.
const std::vector<ListMatcher::FormAfter>& ListMatcher::forms_after(const PhraseTable& words,
                                                                    PhraseTable::Keys keys) {
  const auto known = std::ranges::find(forms_after_, keys, &FormsAfter::first);
  if (known != forms_after_.end()) return known->second;
  std::vector<FormAfter>& forms = forms_after_.emplace_back(keys, std::vector<FormAfter>()).second;
  for (std::size_t i = 0; i < hits_.size(); ++i) {
    const auto& [hit, sentence, document] = place_of(i);
    if (stands_after(words, keys, text_.text, batch_->sentences()[sentence], hit.span)) {
      forms.emplace_back(document, hit.span.of(text_.text));
    }
  }
  std::ranges::sort(forms);
  return forms;
}

// Whether the hit's form stands behind such a word somewhere in the document.
bool ListMatcher::also_stands_after(const Rule& rule, PhraseTable::Keys keys, const Place& place) {
  return std::ranges::binary_search(forms_after(*rule.words_before, keys),
                                    FormAfter(place.document, place.hit.span.of(text_.text)));
}

// Whether the document holds a name of the entry that the rule's `named` asks for.
bool ListMatcher::is_named(const Rule& rule, const Place& place) {
  if (names_held_.empty()) {
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      const auto& [hit, sentence, document] = place_of(i);
      const std::string_view name = rules_.lists[hit.list].cell(entry_of(hit), 0);
      names_held_.push_back({document, hit.list, is_ambiguous(hit), name});
    }
    std::ranges::sort(names_held_);
  }
  const auto holds = [&](bool ambiguous) {
    const NameHeld name{place.document, rule.named->number, ambiguous,
                        rule.list->cell(entry_of(place.hit), rule.named_column)};
    return std::ranges::binary_search(names_held_, name);
  };
  return holds(false) || (rule.named != rule.list && holds(true));
}

// The span of a list's name with what the rule lets follow it.
Span ListMatcher::extended(const Rule& rule, Span span, Span bounds) const {
  if (rule.extend.empty() || span.end >= bounds.end) return span;
  const std::string_view rest = text_.text.substr(span.end, bounds.end - span.end);
  if (const PatternAutomata* automata = rule.extend.automata()) {
    const std::size_t end =
        automata->forward.longest_from(text_.classes, {span.end, bounds.end}, span.end);
    if (end != Automaton::no_match && is_word_edge(text_.text, end)) span.end = end;
    return span;
  }
  if (!rule.extend.may_be_in(rest)) return span;
  re2::StringPiece extension;
  if (rule.extend.get().Match(piece(rest), 0, rest.size(), RE2::ANCHOR_START, &extension, 1) &&
      is_word_edge(text_.text, span.end + extension.size())) {
    span.end += extension.size();
  }
  return span;
}

}  // namespace faktum
