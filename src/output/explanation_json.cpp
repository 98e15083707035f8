#include <string>

#include "output/explanation.hpp"
#include "output/records.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {
namespace {

class Explained {
 public:
  Explained(const ExplainedText& shown, const std::optional<Span>& at, JsonText& json)
      : shown_(shown), at_(at), json_(json) {}

  void write() {
    json_.open_object();
    text("id", shown_.document().id);
    optional_span("at", at_.has_value(), at_.value_or(Span{}));
    json_.key("candidates");
    json_.open_array();
    for (const std::uint32_t index : shown_.candidates_at(at_)) write(shown_.candidate(index));
    json_.close_array();
    json_.key("refused");
    if (at_) {
      json_.open_array();
      for (const std::uint32_t index : shown_.refused_at(*at_)) write(shown_.refused(index));
      json_.close_array();
    } else {
      json_.null();
    }
    json_.close_object();
  }

 private:
  void text(std::string_view key, std::string_view value) {
    json_.key(key);
    json_.string(value);
  }

  void number(std::string_view key, std::size_t value) {
    json_.key(key);
    json_.integer(value);
  }

  void truth(std::string_view key, bool value) {
    json_.key(key);
    json_.boolean(value);
  }

  void nothing(std::string_view key) {
    json_.key(key);
    json_.null();
  }

  void span(Span span) {
    text("text", span.of(shown_.document().text));
    number("start", shown_.code_points_before(span.begin));
    number("end", shown_.code_points_before(span.end));
  }

  void optional_span(std::string_view key, bool there, Span place) {
    json_.key(key);
    if (!there) return json_.null();
    json_.open_object();
    span(place);
    json_.close_object();
  }

  void rule(const Rule* rule) {
    if (rule == nullptr) {
      for (const std::string_view key : {"rule", "file", "line"}) nothing(key);
      return;
    }
    text("rule", rule->spec.name);
    text("file", rule->spec.place.file);
    number("line", rule->spec.place.line);
  }

  void write(const ExplainedCandidate& explained) {
    const RuleMatch& match = explained.match;
    json_.open_object();
    text("fate", name_of(explained.fate));
    text("kind", match.rule->spec.kind);
    span(match.span);
    number("sentence", match.sentence);
    rule(match.rule);
    optional_span("recalls", explained.recalled, match.matched);
    json_.key("groups");
    json_.open_object();
    for (const auto& [name, part] : explained.groups) {
      json_.any_key(name);
      json_.string(part);
    }
    json_.close_object();
    value(explained);
    json_.key("winner");
    if (explained.fate == Fate::lost) {
      const RuleMatch& winner = shown_.candidate(explained.winner).match;
      json_.open_object();
      text("kind", winner.rule->spec.kind);
      span(winner.span);
      text("rule", winner.rule->spec.name);
      json_.close_object();
      text("decided_by", name_of(explained.decider));
    } else {
      json_.null();
      nothing("decided_by");
    }
    json_.close_object();
  }

  void value(const ExplainedCandidate& explained) {
    json_.key("value");
    if (explained.match.state != RuleMatch::State::valid ||
        explained.match.rule->spec.value == ValueType::nothing) {
      return json_.null();
    }
    write_value(json_, explained.value);
  }

  void write(const Refused& refused) {
    json_.open_object();
    text("reason", name_of(refused.reason));
    text("detail", refused.detail);
    span(refused.span);
    number("sentence", refused.sentence);
    rule(refused.rule);
    if (refused.list != nullptr) {
      text("list", refused.list->list.name);
      text("entry", refused.list->cell(refused.entry, 0));
      truth("ambiguous", refused.ambiguous);
    } else {
      for (const std::string_view key : {"list", "entry", "ambiguous"}) nothing(key);
    }
    json_.close_object();
  }

  const ExplainedText& shown_;
  std::optional<Span> at_;
  JsonText& json_;
};

}  // namespace

void write_explanation(const ExplainedText& text, const std::optional<Span>& at, JsonText& json) {
  Explained(text, at, json).write();
}

}  // namespace faktum
