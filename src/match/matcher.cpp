#include "match/matcher.hpp"

#include <algorithm>

#include "match/context.hpp"
#include "match/fold.hpp"
#include "match/templates.hpp"
#include "text/characters.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

bool edges_allow(Edges edges, std::string_view text, Span span) {
  if (edges == Edges::none) return true;
  return is_word_edge(text, span.begin) && (edges == Edges::part || is_word_edge(text, span.end));
}

// The next place after `at` where a match may begin.
std::size_t next_start(Edges edges, std::string_view text, std::size_t at, std::size_t end) {
  do {
    ++at;
    while (at < end && is_continuation(text[at])) ++at;
  } while (at < end && edges != Edges::none && !is_word_edge(text, at));
  return at;
}

void fill_set(const Rule& rule, RuleMatch& match) {
  for (const auto& [name, text] : rule.spec.set) {
    match.groups.emplace_back(name, fill_template(text, match));
  }
}

bool is_ambiguous(const GazetteerHit& hit) { return hit.payload % 2 != 0; }

}  // namespace

void Matcher::match(std::string_view text, const std::vector<Span>& sentences,
                    std::vector<RuleMatch>& matches) {
  matches.clear();
  if (sentences.empty()) return;
  text_ = text;
  document_verdicts_.assign(rules_.rules.size(), Verdict::unknown);
  mark_sentences(sentences);
  for (const auto& [sentence, rule] : work_) {
    match_rule(rules_.rules[rule], sentence, sentences[sentence], matches);
  }
  match_lists(sentences, matches);
}

// Which rules may hit in which sentence, each pair once.
void Matcher::mark_sentences(const std::vector<Span>& sentences) {
  work_.clear();
  for (const std::uint32_t rule : rules_.always) {
    if (!document_allows(rules_.rules[rule])) continue;
    for (std::uint32_t s = 0; s < sentences.size(); ++s) work_.emplace_back(s, rule);
  }
  fold_text(text_, folded_);
  last_sentence_of_atom_.assign(rules_.atom_uses.size(), 0);
  rule_states_.assign(rules_.rules.size(), {});
  std::uint32_t sentence = 0;
  rules_.prefilter->scan(folded_, [&](std::uint32_t atom, std::size_t end) {
    sentence = sentence_of(sentences, sentence, end - 1);
    if (last_sentence_of_atom_[atom] == sentence + 1) return;
    last_sentence_of_atom_[atom] = sentence + 1;
    for (const auto& [rule, set] : rules_.atom_uses[atom]) {
      RuleState& state = rule_states_[rule];
      if (state.sentence != sentence + 1) state = {sentence + 1, 0};
      const std::uint32_t wanted = (1U << rules_.rules[rule].spec.atoms.size()) - 1;
      if (state.sets == wanted) continue;
      state.sets |= set;
      if (state.sets == wanted && document_allows(rules_.rules[rule])) {
        work_.emplace_back(sentence, rule);
      }
    }
  });
}

bool Matcher::document_allows(const Rule& rule) {
  if (rule.spec.document.empty() && rule.spec.not_document.empty()) return true;
  Verdict& verdict = document_verdicts_[rule.index];
  if (verdict == Verdict::unknown) {
    verdict = words_allow(text_, rule.spec.document, rule.spec.not_document) ? Verdict::allowed
                                                                             : Verdict::refused;
  }
  return verdict == Verdict::allowed;
}

void Matcher::match_rule(const Rule& rule, std::uint32_t sentence, Span bounds,
                         std::vector<RuleMatch>& matches) {
  const std::string_view within = bounds.of(text_);
  const RE2& pattern = rule.pattern.get();
  captures_.assign(static_cast<std::size_t>(pattern.NumberOfCapturingGroups()) + 1, {});
  const auto& names = pattern.NamedCapturingGroups();
  const auto span_group = names.find("span");
  const std::size_t span_index =
      span_group == names.end() ? 0 : static_cast<std::size_t>(span_group->second);

  std::size_t from = 0;
  bool words_checked = false;
  while (from <= within.size() &&
         pattern.Match(piece(within), from, within.size(), RE2::UNANCHORED, captures_.data(),
                       static_cast<int>(captures_.size()))) {
    if (!words_checked) {
      if (!words_allow(within, rule.spec.sentence, rule.spec.not_sentence)) return;
      words_checked = true;
    }
    const auto offset_of = [&](const re2::StringPiece& part) {
      return bounds.begin + static_cast<std::size_t>(part.data() - within.data());
    };
    const std::size_t whole_begin = offset_of(captures_[0]);
    const re2::StringPiece& part =
        captures_[span_index].data() == nullptr ? captures_[0] : captures_[span_index];
    const Span untrimmed{offset_of(part), offset_of(part) + part.size()};
    const Span span = trimmed(rule, untrimmed);
    if (span.size() == 0 || !edges_allow(rule.spec.edges, text_, span) ||
        !neighbours_allow(rule, text_, bounds, span)) {
      from = next_start(rule.spec.edges, text_, whole_begin, bounds.end) - bounds.begin;
      if (from >= within.size()) return;
      continue;
    }
    RuleMatch& match = matches.emplace_back();
    match.rule = &rule;
    match.span = span;
    match.sentence = sentence;
    for (const auto& [name, index] : names) {
      const re2::StringPiece& text = captures_[static_cast<std::size_t>(index)];
      if (text.data() == nullptr) continue;
      std::string_view group = view(text);
      const std::size_t group_begin = offset_of(text);
      const std::size_t group_end = group_begin + group.size();
      if (group_begin >= untrimmed.begin && group_end <= span.begin) continue;
      if (group_begin < span.begin && group_end > span.begin) {
        group.remove_prefix(span.begin - group_begin);
      }
      match.groups.emplace_back(name, std::string(group));
    }
    fill_set(rule, match);
    from = span.end - bounds.begin;
  }
}

void Matcher::match_lists(const std::vector<Span>& sentences, std::vector<RuleMatch>& matches) {
  for (const ListIndex& index : rules_.lists) {
    hits_.clear();
    index.gazetteer.find(text_, hits_);
    plain_sentences_.clear();
    std::uint32_t sentence = 0;
    for (const GazetteerHit& hit : hits_) {
      sentence = sentence_of(sentences, sentence, hit.span.begin);
      if (!is_ambiguous(hit)) plain_sentences_.push_back(sentence);
    }
    sentence = 0;
    for (const GazetteerHit& hit : hits_) {
      sentence = sentence_of(sentences, sentence, hit.span.begin);
      for (const Rule* rule : is_ambiguous(hit) ? index.ambiguous_rules : index.plain_rules) {
        add_list_match(index, *rule, hit, sentence, sentences[sentence], matches);
      }
    }
  }
}

void Matcher::add_list_match(const ListIndex& index, const Rule& rule, const GazetteerHit& hit,
                             std::uint32_t sentence, Span bounds, std::vector<RuleMatch>& matches) {
  const ListEntry& entry = index.list.entries[hit.payload / 2];
  const RuleSpec& spec = rule.spec;
  if (!spec.names.empty() &&
      std::find(spec.names.begin(), spec.names.end(), entry.name) == spec.names.end()) {
    return;
  }
  if (spec.beside &&
      !std::binary_search(plain_sentences_.begin(), plain_sentences_.end(), sentence)) {
    return;
  }
  if (!neighbours_allow(rule, text_, bounds, hit.span) ||
      !words_allow(bounds.of(text_), spec.sentence, spec.not_sentence) || !document_allows(rule)) {
    return;
  }
  RuleMatch& match = matches.emplace_back();
  match.rule = &rule;
  match.span = extended(rule, hit.span, bounds);
  match.sentence = sentence;
  match.groups.emplace_back("form", std::string(hit.span.of(text_)));
  for (std::size_t i = 0; i < index.list.columns.size(); ++i) {
    match.groups.emplace_back(index.list.columns[i], std::string(entry.cells[i]));
  }
  fill_set(rule, match);
}

// The span of a list's name with what the rule lets follow it.
Span Matcher::extended(const Rule& rule, Span span, Span bounds) const {
  if (rule.extend.empty() || span.end >= bounds.end) return span;
  const std::string_view rest = text_.substr(span.end, bounds.end - span.end);
  re2::StringPiece extension;
  if (rule.extend.get().Match(piece(rest), 0, rest.size(), RE2::ANCHOR_START, &extension, 1) &&
      is_word_edge(text_, span.end + extension.size())) {
    span.end += extension.size();
  }
  return span;
}

// The span without the words at its beginning that the rule's trim table names.
Span Matcher::trimmed(const Rule& rule, Span span) const {
  if (rule.trim == nullptr) return span;
  while (span.size() > 0) {
    std::size_t end = span.begin;
    while (end < span.end && !is_space(code_point_at(text_, end))) ++end;
    const std::string_view word = text_.substr(span.begin, end - span.begin);
    if (std::none_of(rule.trim->begin(), rule.trim->end(),
                     [&](const std::string& unwanted) { return is_word(word, unwanted); })) {
      break;
    }
    while (end < span.end && is_space(code_point_at(text_, end)))
      end += utf8_sequence(text_, end).size;
    span.begin = end;
  }
  return span;
}

}  // namespace faktum
