#include "match/matcher.hpp"

#include <algorithm>

#include "match/context.hpp"
#include "match/templates.hpp"
#include "text/characters.hpp"
#include "text/sentences.hpp"

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
    while (at < end && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  } while (at < end && edges != Edges::none && !is_word_edge(text, at));
  return at;
}

void fill_set(const Rule& rule, RuleMatch& match) {
  for (const auto& [name, text] : rule.spec.set) {
    match.groups.emplace_back(name, fill_template(text, match));
  }
}

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
    for (std::uint32_t s = 0; s < sentences.size(); ++s) work_.emplace_back(s, rule);
  }
  lower_in_place(text_, lowered_);
  last_sentence_.assign(rules_.atom_rules.size(), 0);
  std::uint32_t sentence = 0;
  rules_.prefilter->scan(lowered_, [&](std::uint32_t atom, std::size_t end) {
    sentence = sentence_of(sentences, sentence, end - 1);
    if (last_sentence_[atom] == sentence + 1) return;
    last_sentence_[atom] = sentence + 1;
    for (const std::uint32_t rule : rules_.atom_rules[atom]) work_.emplace_back(sentence, rule);
  });
  std::sort(work_.begin(), work_.end());
  work_.erase(std::unique(work_.begin(), work_.end()), work_.end());
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
      if (!document_allows(rule)) return;
      words_checked = true;
    }
    const auto offset_of = [&](const re2::StringPiece& part) {
      return bounds.begin + static_cast<std::size_t>(part.data() - within.data());
    };
    const std::size_t whole_begin = offset_of(captures_[0]);
    const re2::StringPiece& part =
        captures_[span_index].data() == nullptr ? captures_[0] : captures_[span_index];
    const Span span{offset_of(part), offset_of(part) + part.size()};
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
      if (text.data() != nullptr) match.groups.emplace_back(name, std::string(view(text)));
    }
    fill_set(rule, match);
    from = span.end - bounds.begin;
  }
}

void Matcher::match_lists(const std::vector<Span>& sentences, std::vector<RuleMatch>& matches) {
  for (const ListIndex& index : rules_.lists) {
    hits_.clear();
    index.gazetteer.find(text_, hits_);
    std::uint32_t sentence = 0;
    for (const GazetteerHit& hit : hits_) {
      sentence = sentence_of(sentences, sentence, hit.span.begin);
      const bool ambiguous = hit.payload % 2 != 0;
      for (const Rule* rule : ambiguous ? index.ambiguous_rules : index.plain_rules) {
        add_list_match(index, *rule, hit, sentence, sentences[sentence], matches);
      }
    }
  }
}

void Matcher::add_list_match(const ListIndex& index, const Rule& rule, const GazetteerHit& hit,
                             std::uint32_t sentence, Span bounds,
                             std::vector<RuleMatch>& matches) {
  Span span = hit.span;
  if (!rule.extend.empty()) {
    const std::string_view rest = text_.substr(
        span.end, std::max(bounds.end, span.end) - span.end);
    re2::StringPiece extension;
    if (rule.extend.get().Match(piece(rest), 0, rest.size(), RE2::ANCHOR_START, &extension, 1) &&
        is_word_edge(text_, span.end + extension.size())) {
      span.end += extension.size();
    }
  }
  if (!neighbours_allow(rule, text_, bounds, span) ||
      !words_allow(bounds.of(text_), rule.spec.sentence, rule.spec.not_sentence) ||
      !document_allows(rule)) {
    return;
  }
  RuleMatch& match = matches.emplace_back();
  match.rule = &rule;
  match.span = span;
  match.sentence = sentence;
  const ListEntry& entry = index.list.entries[hit.payload / 2];
  for (std::size_t i = 0; i < index.list.columns.size(); ++i) {
    match.groups.emplace_back(index.list.columns[i], std::string(entry.cells[i]));
  }
  fill_set(rule, match);
}

}  // namespace faktum
