#include "match/matcher.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "match/context.hpp"
#include "match/pattern_search.hpp"
#include "match/templates.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace faktum {
namespace {

bool edges_allow(Edges edges, std::string_view text, Span span) {
  if (edges == Edges::none) return true;
  return is_word_begin(text, span.begin) && (edges == Edges::part || is_word_end(text, span.end));
}

// The longest match may end inside a word where a shorter one does not: "Snapdragon 8 Gen 3 Pro" in
// "Snapdragon 8 Gen 3 Prozessor". Leaves the match alone where there is none such.
void end_at_word(std::string_view text, const PatternSearch& search, Span& match) {
  Span shorter = match;
  std::size_t end = match.end;
  while (!is_word_end(text, end)) {
    do {
      --end;
      if (end <= match.begin) return;
    } while (is_continuation(text[end]) || !is_word_end(text, end));
    if (!search.shorten(end, shorter)) return;
    end = shorter.end;
  }
  match.end = end;
}

// The next place after `at` where a match may begin.
std::size_t next_start(Edges edges, std::string_view text, std::size_t at, std::size_t end) {
  do {
    ++at;
    while (at < end && is_continuation(text[at])) ++at;
  } while (at < end && edges != Edges::none && !is_word_begin(text, at));
  return at;
}

Span later(Span span, std::size_t by) { return {span.begin + by, span.end + by}; }

Span earlier(Span span, std::size_t by) { return {span.begin - by, span.end - by}; }

}  // namespace

void Matcher::match(const Batch& batch) {
  matches_.clear();
  memory_.release();
  batch_ = &batch;
  text_ = batch.text();
  sentences_ = &batch.sentences();
  classed_ = {text_, {}};
  if (sentences_->empty()) return sort_by_document();
  work_.find(batch);
  if (rules_.automata != nullptr) rules_.automata->alphabet().classify(text_, classes_);
  classed_ = {text_, classes_};
  for (auto rest = work_.tasks(); !rest.empty();) {
    const auto of_same_rule = [&](const Task& task) { return task.rule == rest.front().rule; };
    const auto end =
        std::ranges::find_if_not(rest.first(std::min(rest.size(), searches_.size())), of_same_rule);
    const auto together = rest.first(static_cast<std::size_t>(end - rest.begin()));
    match_tasks(rules_.rules[rest.front().rule], together);
    rest = rest.subspan(together.size());
  }
  list_matcher_.match(batch, classed_, matches_);
  drop_yielding();
  sort_by_document();
}

void Matcher::sort_by_document() {
  const auto document_of = [&](const RuleMatch& match) { return batch_->part_of(match.sentence); };
  begins_.assign(batch_->parts().size() + 1, 0);
  for (const RuleMatch& match : matches_) ++begins_[document_of(match)];
  std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
  order_.resize(matches_.size());
  for (auto i = static_cast<std::uint32_t>(matches_.size()); i > 0; --i) {
    order_[--begins_[document_of(matches_[i - 1])]] = i - 1;
  }
}

void Matcher::matches_of(std::size_t document, std::vector<RuleMatch>& matches) {
  part_ = batch_->parts()[document];
  matches.clear();
  for (std::size_t i = begins_[document]; i < begins_[document + 1]; ++i) {
    RuleMatch& match = matches.emplace_back(matches_[order_[i]]);
    match.span = earlier(match.span, part_.text.begin);
    match.matched = earlier(match.matched, part_.text.begin);
    match.sentence -= part_.first_sentence;
  }
}

ClassedText Matcher::text() const {
  const Span span = part_.text;
  return {span.of(text_),
          classed_.classes.empty() ? Classes() : classed_.classes.subspan(span.begin, span.size())};
}

void Matcher::match_tasks(const Rule& rule, std::span<const Task> tasks) {
  const CostTimer timer(profile_, rule.index);
  std::size_t count = 0;
  for (const Task& task : tasks) {
    const Span sentence = (*sentences_)[task.sentence];
    if (work_.document_allows(task.sentence, rule.index)) {
      searched_[count] = task.sentence;
      searches_[count].window = sentence;
      searches_[count++].least_end = task.least_end;
    } else if (trace_ != nullptr) {
      trace_->refuse_all(rule, text_, sentence, task.sentence);
    }
  }
  if (const PatternAutomata* automata = rule.pattern.automata()) {
    automata->backward.find_begins(std::span(searches_).first(count), classes_);
  }
  for (std::size_t i = 0; i < count; ++i) match_rule(rule, searched_[i], searches_[i].begins);
}

void Matcher::match_rule(const Rule& rule, std::uint32_t sentence,
                         std::vector<std::size_t>& begins) {
  if (profile_ != nullptr) ++(*profile_)[rule.index].tried;
  const Span bounds = (*sentences_)[sentence];
  const std::string_view within = bounds.of(text_);
  const int span_group = rule.pattern.groups().span;
  // Only then does the span depend on the groups.
  const bool needs_groups = span_group != 0 || rule.trims();

  std::size_t from = bounds.begin;
  bool words_checked = false;
  Span matched;
  PatternSearch search(rule.pattern, classed_, bounds, begins);
  while (search.next(from, matched)) {
    if (span_group == 0 && rule.spec.edges == Edges::word) end_at_word(text_, search, matched);
    if (!words_checked) {
      if (!words_allow(within, rule.spec.sentence, rule.spec.not_sentence)) {
        if (trace_ != nullptr) trace_->refuse_all(rule, text_, bounds, sentence);
        return;
      }
      words_checked = true;
    }
    Span untrimmed = matched;
    if (needs_groups) {
      capture(rule, matched, bounds);
      const Span part = captures_[static_cast<std::size_t>(span_group)];
      if (part != GroupReader::no_part) untrimmed = part;
    }
    const Span span = trimmed(rule, untrimmed);
    if (span.size() == 0 || !edges_allow(rule.spec.edges, text_, span) ||
        is_noun_alone(rule, span.of(text_)) || !neighbours_allow(rule, classed_, bounds, span)) {
      if (trace_ != nullptr) trace_->refuse(rule, text_, bounds, sentence, matched, span);
      from = next_start(rule.spec.edges, text_, matched.begin, bounds.end);
      continue;
    }
    RuleMatch& match = matches_.emplace_back();
    match.rule = &rule;
    match.span = span;
    match.sentence = sentence;
    match.matched = matched;
    if (needs_groups) read_captures(rule, untrimmed, match);
    from = span.end;
  }
}

// The groups of the pattern's match, which is known to lie at `matched`.
void Matcher::capture(const Rule& rule, Span matched, Span bounds) {
  if (const PatternAutomata* automata = rule.pattern.automata()) {
    group_reader_.read(automata->group_program, rules_.automata->alphabet(), classes_, bounds,
                       matched, captures_);
    return;
  }
  const Pattern::Compiled& pattern = rule.pattern.compiled();
  const int captures = pattern.groups.count + 1;
  parts_.assign(static_cast<std::size_t>(captures), {});
  const std::string_view within = bounds.of(text_);
  pattern.re2.Match(piece(within), matched.begin - bounds.begin, matched.end - bounds.begin,
                    RE2::ANCHOR_BOTH, parts_.data(), captures);
  captures_.clear();
  for (const re2::StringPiece& part : parts_) {
    const auto begin = static_cast<std::size_t>(part.data() - text_.data());
    captures_.push_back(part.data() == nullptr ? GroupReader::no_part
                                               : Span{begin, begin + part.size()});
  }
}

class Matcher::Groups {
 public:
  Groups(Matcher& matcher, std::size_t count, RuleMatch& match)
      : memory_(matcher.memory_), match_(match) {
    const std::size_t most = count + match.rule->spec.set.size();
    groups_ = static_cast<Group*>(memory_.allocate(most * sizeof(Group), alignof(Group)));
  }

  void add(std::string_view name, std::string_view text) {
    ::new (groups_ + match_.groups.size()) Group(name, text);
    match_.groups = {groups_, match_.groups.size() + 1};
  }

  void add_set() {
    match_.has_groups = true;
    for (const auto& [name, text] : match_.rule->spec.set) {
      const std::string filled = fill_template(text, match_);
      char* const kept = static_cast<char*>(memory_.allocate(filled.size(), 1));
      std::copy(filled.begin(), filled.end(), kept);
      add(name, {kept, filled.size()});
    }
  }

 private:
  std::pmr::memory_resource& memory_;
  RuleMatch& match_;
  Group* groups_;
};

// The named groups without what was trimmed off.
void Matcher::read_captures(const Rule& rule, Span untrimmed, RuleMatch& match) {
  const auto& named = rule.pattern.groups().named;
  Groups groups(*this, named.size(), match);
  for (const auto& [name, index] : named) {
    Span group = captures_[static_cast<std::size_t>(index)];
    if (group == GroupReader::no_part) continue;
    if (group.begin >= untrimmed.begin && group.end <= match.span.begin) continue;
    if (group.begin < match.span.begin && group.end > match.span.begin) {
      group.begin = match.span.begin;
    }
    groups.add(name, group.of(text_));
  }
  groups.add_set();
}

void Matcher::read_groups(RuleMatch& match) {
  RuleMatch in_batch = match;
  in_batch.span = later(match.span, part_.text.begin);
  in_batch.matched = later(match.matched, part_.text.begin);
  in_batch.sentence += part_.first_sentence;
  fill_groups(in_batch);
  match.groups = in_batch.groups;
  match.has_groups = in_batch.has_groups;
}

void Matcher::fill_groups(RuleMatch& match) {
  if (match.has_groups) return;
  const Rule& rule = *match.rule;
  if (match.entry == RuleMatch::no_entry) {
    capture(rule, match.matched, (*sentences_)[match.sentence]);
    read_captures(rule, match.span, match);
    return;
  }
  const auto& columns = rule.list->list.columns;
  Groups groups(*this, 1 + columns.size(), match);
  groups.add("form", match.matched.of(text_));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    groups.add(columns[i], rule.list->cell(match.entry, i));
  }
  groups.add_set();
}

// Without the matches that end with a list's name to which their rule yields, and without such a
// name and "und" at the beginning of others.
void Matcher::drop_yielding() {
  const auto yields = [](const RuleMatch& match) { return match.rule->yields_to != nullptr; };
  if (std::ranges::none_of(matches_, yields)) return;
  std::vector<ListName> names;
  for (const RuleMatch& match : matches_) {
    // A form that needs context may be no name but the end of one: Lindwurm Capital AG.
    if (match.entry == RuleMatch::no_entry || match.rule->spec.ambiguous) continue;
    names.push_back({match.rule->list, match.matched.end, match.span.end, match.span.begin});
  }
  std::ranges::sort(names);
  std::erase_if(matches_, [&](RuleMatch& match) {
    if (!yields(match)) return false;
    cut_coordinated(names, match);
    fill_groups(match);
    const std::string_view name = match.group("name");
    const auto end = static_cast<std::size_t>(name.data() + name.size() - text_.data());
    const ListName begins_later{match.rule->yields_to, end, match.span.end, match.span.begin + 1};
    const auto found = std::ranges::lower_bound(names, begins_later);
    if (found == names.end() || found->list != begins_later.list || found->end != end ||
        found->span_end != match.span.end) {
      return false;
    }
    if (trace_ != nullptr) trace_->refuse_yielding(match, text_, {found->begin, found->span_end});
    return true;
  });
}

// "Siemens und Velkora Coatings Ltd.": the guess is the second.
void Matcher::cut_coordinated(std::span<const ListName> names, RuleMatch& match) {
  constexpr std::string_view kAnd = " und ";
  const std::string_view said = match.span.of(text_);
  for (std::size_t at = said.find(kAnd); at != said.npos; at = said.find(kAnd, at + 1)) {
    const std::size_t end = match.span.begin + at;
    const ListName first{match.rule->yields_to, end, end, match.span.begin};
    if (!std::ranges::binary_search(names, first)) continue;
    const Span whole = std::exchange(match.span, {end + kAnd.size(), match.span.end});
    match.groups = {};
    capture(*match.rule, match.matched, (*sentences_)[match.sentence]);
    read_captures(*match.rule, whole, match);
    return;
  }
}

// The span without the words at its beginning that the rule's trim tables name, and without all up
// to the last word of `trim_to`.
Span Matcher::trimmed(const Rule& rule, Span span) const {
  if (!rule.trims()) return span;
  const auto first_byte = [](std::string_view phrase) { return phrase.substr(0, 1); };
  const auto is_in = [&](const std::vector<std::string>* table, std::string_view word) {
    const auto fits = [&](std::string_view begin) {
      const auto first = std::ranges::lower_bound(*table, begin, {}, first_byte);
      const auto last = std::ranges::upper_bound(*table, begin, {}, first_byte);
      return std::any_of(first, last,
                         [&](std::string_view unwanted) { return is_word(word, unwanted); });
    };
    return fits("*") || fits(first_byte(word));
  };
  bool leading = true;
  for (std::size_t at = span.begin; at < span.end && (leading || rule.trim_to != nullptr);) {
    std::size_t end = at;
    while (end < span.end && !is_space(code_point_at(text_, end))) {
      end += utf8_sequence(text_, end).size;
    }
    const std::string_view word = text_.substr(at, end - at);
    at = end;
    while (at < span.end && is_space(code_point_at(text_, at))) at += utf8_sequence(text_, at).size;
    leading = (leading && std::ranges::any_of(
                              rule.trim, [&](const auto* table) { return is_in(table, word); })) ||
              (rule.trim_to != nullptr && is_in(rule.trim_to, word));
    if (leading) span.begin = at;
  }
  return span;
}

}  // namespace faktum
