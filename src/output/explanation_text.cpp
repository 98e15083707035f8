#include <algorithm>
#include <string>

#include "output/explanation.hpp"
#include "output/short_text.hpp"
#include "rules/compiled_rules.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

constexpr std::size_t most_seen = 40;  // bytes of a refusing text
constexpr std::size_t most_words = 8;

std::string quoted(std::string_view text) { return '"' + one_line(text) + '"'; }

std::string first_part(std::string_view text) {
  if (text.size() <= most_seen) return quoted(text);
  std::size_t end = most_seen;
  while (is_continuation(text[end])) --end;
  return quoted(std::string(text.substr(0, end)) + "…");
}

std::string last_part(std::string_view text) {
  if (text.size() <= most_seen) return quoted(text);
  std::size_t begin = text.size() - most_seen;
  while (is_continuation(text[begin])) ++begin;
  return quoted("…" + std::string(text.substr(begin)));
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < std::min(words.size(), most_words); ++i) {
    text += (i == 0 ? "" : ", ") + words[i];
  }
  if (words.size() > most_words) {
    text += " and " + std::to_string(words.size() - most_words) + " more";
  }
  return text;
}

std::string place(const Rule& rule) {
  const Place& place = rule.spec.place;
  return rule.spec.name + " (" + place.file + ":" + std::to_string(place.line) + ")";
}

std::string why_lost(const ExplainedCandidate& loser, const ExplainedCandidate& winner) {
  const RuleSpec& spec = loser.match.rule->spec;
  const RuleSpec& other = winner.match.rule->spec;
  switch (loser.decider) {
    case Decider::length:
      return "shorter";
    case Decider::kind:
      return "same length, but " + other.kind + " goes before " + spec.kind;
    case Decider::priority:
      return "lower priority, " + std::to_string(spec.priority) + " below " +
             std::to_string(other.priority);
    case Decider::begin:
      return "same length, but begins later";
    case Decider::rule:
      return "same place, but its rule's name comes later";
    case Decider::order:
      return "same place and rule, but another way to it comes first";
  }
  return {};
}

class Listing {
 public:
  Listing(const ExplainedText& text, const std::optional<Span>& at, bool colour, std::string& out)
      : text_(text), at_(at), shown_(text.candidates_at(at)), colour_(colour), out_(out) {}

  void write() {
    heading();
    for (const std::uint32_t index : shown_) {
      const ExplainedCandidate& candidate = text_.candidate(index);
      const bool below_its_winner = candidate.fate == Fate::lost && shows(candidate.winner);
      if (!below_its_winner) write(index);
    }
    if (at_) write_refused(*at_);
  }

 private:
  void styled(std::string_view code, std::string_view text) {
    append_styled(out_, colour_, code, text);
  }

  [[nodiscard]] bool shows(std::size_t candidate) const {
    return !at_ || text_.candidate(candidate).match.span.overlaps(*at_);
  }

  std::string span(Span span) const {
    return quoted(span.of(text_.document().text)) + " at " +
           std::to_string(text_.code_points_before(span.begin));
  }

  void heading() {
    const auto facts = std::ranges::count_if(
        shown_, [&](std::uint32_t index) { return text_.candidate(index).fate == Fate::fact; });
    styled("1", one_line(text_.document().id));
    if (at_) out_ += ", " + span(*at_);
    out_ += facts == 0   ? ": nothing is found"
            : facts == 1 ? ": 1 fact"
                         : ": " + std::to_string(facts) + " facts";
    out_ += at_ && facts == 0 ? " here\n" : "\n";
  }

  void write(std::size_t index) {
    const ExplainedCandidate& explained = text_.candidate(index);
    const RuleMatch& match = explained.match;
    out_ += "\n  ";
    styled(colour_of(match.rule->spec.kind), match.rule->spec.kind);
    out_ += "  " + span(match.span) + "\n";
    line("rule", place(*match.rule));
    if (explained.recalled) line("recalls", span(match.matched));
    groups(explained);
    if (explained.match.state == RuleMatch::State::valid &&
        match.rule->spec.value != ValueType::nothing) {
      line("value", in_short(explained.value));
    }
    if (explained.fate == Fate::lost) line("lost", lost_to(explained));
    if (explained.fate == Fate::no_value) line("dropped", "its groups make no valid value");
    if (explained.fate == Fate::silent) line("note", "this rule makes no fact, it keeps the place");
    if (explained.fate == Fate::unwanted) line("note", "this kind was not asked for");
    for (const std::uint32_t lost : text_.losers(index)) {
      const ExplainedCandidate& other = text_.candidate(lost);
      const bool same =  // another spelling of the entry, or a name recalled where it comes from
          other.match.rule == match.rule && other.value == explained.value &&
          (other.recalled || other.decider == Decider::order);
      if (!same) line("beat", loser(other));
    }
  }

  void line(std::string_view name, const std::string& text) {
    out_ += "    ";
    styled("2", std::string(name) + std::string(9 - name.size(), ' '));
    out_ += text + "\n";
  }

  void groups(const ExplainedCandidate& explained) {
    std::string text;
    for (const auto& [name, part] : explained.groups) {
      if (part.empty()) continue;
      text.append(text.empty() ? "" : ", ").append(name).append(" ").append(quoted(part));
    }
    if (!text.empty()) line("groups", text);
  }

  std::string loser(const ExplainedCandidate& other) const {
    std::string text = span(other.match.span) + " by " + place(*other.match.rule) + ": " +
                       why_lost(other, text_.candidate(other.winner));
    if (other.match.state == RuleMatch::State::refused) {
      text += "; its groups make no valid value either";
    }
    return text;
  }

  std::string lost_to(const ExplainedCandidate& explained) const {
    const ExplainedCandidate& winner = text_.candidate(explained.winner);
    return "to " + span(winner.match.span) + " by " + place(*winner.match.rule) + ": " +
           why_lost(explained, winner);
  }

  static std::string form(const Refused& refused) {
    return std::string(refused.ambiguous ? "ambiguous form of " : "form of ") +
           quoted(refused.list->cell(refused.entry, 0)) + " in " + refused.list->list.name;
  }

  void write_refused(Span at) {
    const auto indexes = text_.refused_at(at);
    const Refused* last = nullptr;
    for (const std::uint32_t index : indexes) {
      const Refused& refused = text_.refused(index);
      if (last == nullptr || last->span != refused.span || last->list != refused.list ||
          last->entry != refused.entry) {
        out_ += "\n  refused  " + span(refused.span) + "\n";
        if (refused.list != nullptr) line("list", form(refused));
      }
      if (refused.rule != nullptr) line("rule", place(*refused.rule));
      line("why", describe(refused));
      last = &refused;
    }
    if (shown_.empty() && indexes.empty()) {
      out_ += "\n  No rule's pattern matches here, and no form of a list stands here.\n";
    }
  }

  const ExplainedText& text_;
  std::optional<Span> at_;
  std::vector<std::uint32_t> shown_;  // candidates
  bool colour_;
  std::string& out_;
};

}  // namespace

std::string describe(const Refused& refused) {
  const RuleSpec none;
  const RuleSpec& spec = refused.rule == nullptr ? none : refused.rule->spec;
  switch (refused.reason) {
    case Refusal::edge:
      return "it begins or ends inside the word " + quoted(refused.detail);
    case Refusal::trim:
      return "the words of [words.trim] " + listed(spec.trim) + " are all of it";
    case Refusal::before:
      return "`before` does not fit what stands before it: " + last_part(refused.detail);
    case Refusal::after:
      return "`after` does not fit what stands behind it: " + first_part(refused.detail);
    case Refusal::not_before:
      return "`not_before` fits what stands before it: " + last_part(refused.detail);
    case Refusal::not_after:
      return "`not_after` fits what stands behind it: " + first_part(refused.detail);
    case Refusal::not_word_before:
      return "a word of [words.before] " + spec.not_word_before +
             " stands before it: " + quoted(refused.detail);
    case Refusal::sentence:
      return "its sentence holds none of `sentence`: " + listed(spec.sentence);
    case Refusal::not_sentence:
      return "its sentence holds a word of `not_sentence`: " + refused.detail;
    case Refusal::document:
      return "the document holds none of `document`: " + listed(spec.document);
    case Refusal::not_document:
      return "the document holds a word of `not_document`: " + refused.detail;
    case Refusal::names:
      return "the rule is for other entries (`names`): " + listed(spec.names);
    case Refusal::nearly_plain:
      return "`nearly_plain`: the list marks the form `?`, not `~`";
    case Refusal::named:
      return "`named` wants a name of its " + spec.named_column + " in the text";
    case Refusal::capitals:
      return "`capitals`: it is not written in capitals";
    case Refusal::beside:
      return "`beside` wants an unambiguous name of the list in the same sentence";
    case Refusal::unasked:
      return refused.ambiguous ? "no rule has `ambiguous` for this list"
                               : "no rule asks for the unambiguous forms of this list";
    case Refusal::also_after:
      return "`also_after`: it stands behind no word of [words.before] " + spec.also_after +
             " in the text";
    case Refusal::not_also_after:
      return "`not_also_after`: it stands behind a word of [words.before] " + spec.not_also_after +
             " in the text";
    case Refusal::not_alone:
      return "`not_alone`: it is such a noun, or a compound that ends with one, and nothing else";
    case Refusal::yields_to:
      return "`yields_to`: it ends with the list's " + quoted(refused.detail);
  }
  return {};
}

void write_explanation(const ExplainedText& text, const std::optional<Span>& at, bool colour,
                       std::string& out) {
  Listing(text, at, colour, out).write();
}

}  // namespace faktum
