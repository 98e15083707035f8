#include "rules/rule_test.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "faktum/extractor.hpp"
#include "match/matcher.hpp"
#include "rules/compiled_rules.hpp"
#include "text/sentences.hpp"
#include "values/expected_value.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

std::string in_quotes(std::string_view text) { return '"' + std::string(text) + '"'; }

class Tester {
 public:
  explicit Tester(const RuleSet& rules) : extractor_(rules), matcher_(rules.compiled()) {}

  void test(const Rule& rule, RuleTestReport& report) {
    ++report.rules;
    const RuleSpec& spec = rule.spec;
    for (const Example& example : spec.examples) {
      ++report.examples;
      read(example.text, example.published);
      std::string problem =
          spec.value == ValueType::nothing ? check_nothing(rule, example) : check(spec, example);
      if (problem.empty()) continue;
      report.failures.push_back(
          {spec.name, spec.place, example.text, in_quotes(example.finds), std::move(problem)});
    }
    for (const std::string& text : spec.rejects) {
      ++report.rejects;
      read(text, "");
      std::string problem = spans_of(rule);
      if (problem.empty()) continue;
      report.failures.push_back(
          {spec.name, spec.place, text, "nothing by this rule", std::move(problem)});
    }
  }

 private:
  void read(const std::string& text, const std::string& published) {
    document_.text = text;
    document_.published = parse_iso_date(published);
    extraction_ = extractor_.extract(document_);
  }

  // What was found in place of the example's fact; empty if all is well.
  std::string check(const RuleSpec& spec, const Example& example) const {
    std::string others;
    std::string wrong_value;
    for (const Fact& fact : extraction_.facts) {
      const std::string_view text = fact.span.of(document_.text);
      if (fact.rule != spec.name || text != example.finds) {
        others += (others.empty() ? "" : ", ") + in_quotes(text) + " by " + std::string(fact.rule);
        continue;
      }
      if (example.value.empty()) return "";
      const auto wanted = nlohmann::ordered_json::parse(example.value, nullptr, false);
      const auto wrong = differences(fact.value, wanted);
      if (wrong.empty()) return "";
      wrong_value.clear();
      for (const std::string& difference : wrong) {
        wrong_value += (wrong_value.empty() ? "" : "; ") + difference;
      }
    }
    if (!wrong_value.empty()) return "its value is otherwise: " + wrong_value;
    return others.empty() ? "nothing" : others;
  }

  std::string check_nothing(const Rule& rule, const Example& example) {
    for (const RuleMatch& match : matches_of(rule)) {
      if (match.span.of(document_.text) != example.finds) continue;
      const auto overlapping =
          std::find_if(extraction_.facts.begin(), extraction_.facts.end(),
                       [&](const Fact& fact) { return fact.span.overlaps(match.span); });
      if (overlapping == extraction_.facts.end()) return "";
      return in_quotes(overlapping->span.of(document_.text)) + " by " +
             std::string(overlapping->rule);
    }
    return "no match";
  }

  std::vector<RuleMatch> matches_of(const Rule& rule) {
    std::vector<RuleMatch> matches;
    const Batch batch(document_.text, extraction_.sentences);
    matcher_.match(batch);
    matcher_.matches_of(0, matches);
    std::erase_if(matches, [&](const RuleMatch& match) { return match.rule != &rule; });
    return matches;
  }

  std::string spans_of(const Rule& rule) {
    std::string spans;
    const auto add = [&](Span span) {
      spans += (spans.empty() ? "" : ", ") + in_quotes(span.of(document_.text));
    };
    if (rule.spec.value == ValueType::nothing) {
      for (const RuleMatch& match : matches_of(rule)) add(match.span);
    } else {
      for (const Fact& fact : extraction_.facts) {
        if (fact.rule == rule.spec.name) add(fact.span);
      }
    }
    return spans;
  }

  Extractor extractor_;
  Matcher matcher_;
  Document document_;
  Extraction extraction_;
};

}  // namespace

RuleTestReport test_rules(const RuleSet& rules,
                          const std::function<bool(const RuleSpec&)>& chosen) {
  RuleTestReport report;
  Tester tester(rules);
  for (const Rule& rule : rules.compiled().rules) {
    if (chosen(rule.spec)) tester.test(rule, report);
  }
  return report;
}

}  // namespace faktum
