#include "cli/score_command.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>
#include <string>
#include <utility>

#include "cli/gold.hpp"
#include "cli/messages.hpp"
#include "cli/score.hpp"
#include "faktum/extractor.hpp"
#include "output/json_text.hpp"
#include "output/offsets.hpp"

namespace faktum {
namespace {

constexpr std::size_t context_size = 40;  // code points on each side

std::set<std::string> annotated_kinds(const std::vector<GoldDocument>& documents) {
  std::set<std::string> kinds;
  for (const GoldDocument& gold : documents) {
    for (const GoldMention& mention : gold.mentions) kinds.insert(mention.kind);
  }
  return kinds;
}

std::vector<FoundMention> find_mentions(Extractor& extractor, const Document& document,
                                        Extraction& extraction, Offsets& offsets) {
  extraction = extractor.extract(document);
  measure(document.text, extraction.facts, OffsetUnit::codepoint, offsets);
  std::vector<FoundMention> found;
  for (std::size_t i = 0; i < extraction.facts.size(); ++i) {
    const Fact& fact = extraction.facts[i];
    found.push_back({std::string(fact.kind), offsets.facts[i], &fact.value});
  }
  return found;
}

// The code points `span` of `text` on one line.
std::string excerpt(std::string_view text, Span span) {
  std::string result;
  std::size_t point = 0;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++point;
    if (point > span.begin && point <= span.end) result += c == '\n' || c == '\r' ? ' ' : c;
  }
  return result;
}

std::string_view name_of(Mistake mistake) {
  static constexpr std::array<std::string_view, 3> names = {"missed", "false hit", "wrong value"};
  return names[static_cast<std::size_t>(mistake)];
}

std::string describe(const Finding& finding, const Document& document) {
  const auto [begin, end] = finding.span;
  const std::string_view text = document.text;
  std::string line(name_of(finding.mistake));
  line += "\t" + finding.kind + "\t" + document.id + ":" + std::to_string(begin) + "\t";
  line += excerpt(text, {begin - std::min(begin, context_size), begin}) + "[[" +
          excerpt(text, finding.span) + "]]" + excerpt(text, {end, end + context_size});
  if (!finding.detail.empty()) line += "\t" + finding.detail;
  return line + "\n";
}

std::string table(const Scores& scores, const KindScore& all) {
  std::string text = "kind              gold   found correct precision  recall      F1  values\n";
  const auto row = [&](const std::string& kind, const KindScore& score) {
    std::array<char, 160> line;
    std::snprintf(line.data(), line.size(), "%-16s %5zu %7zu %7zu %9.3f %7.3f %7.3f", kind.c_str(),
                  score.gold, score.found, score.correct, score.precision(), score.recall(),
                  score.f1());
    text += line.data();
    if (score.values > 0) {
      std::snprintf(line.data(), line.size(), " %7.3f (%zu of %zu)", score.value_accuracy(),
                    score.right_values, score.values);
      text += line.data();
    }
    text += '\n';
  };
  for (const auto& [kind, score] : scores) row(kind, score);
  if (scores.size() > 1) row("all", all);
  return text;
}

// Appends the finding to a list of JSON objects.
void add_json(const Finding& finding, const Document& document, std::string& list) {
  if (!list.empty()) list += ',';
  JsonText json(list, JsonText::Layout::compact);
  json.open_object();
  for (const auto& [key, text] :
       {std::pair<std::string_view, std::string_view>("mistake", name_of(finding.mistake)),
        {"kind", finding.kind},
        {"id", document.id},
        {"detail", finding.detail}}) {
    json.key(key);
    json.string(text);
  }
  json.key("text");
  json.string(excerpt(document.text, finding.span));
  for (const auto& [key, offset] :
       {std::pair("start", finding.span.begin), std::pair("end", finding.span.end)}) {
    json.key(key);
    json.integer(offset);
  }
  json.close_object();
}

void write_score(JsonText& json, const KindScore& score) {
  json.open_object();
  for (const auto& [key, count] :
       {std::pair("gold", score.gold), std::pair("found", score.found),
        std::pair("correct", score.correct), std::pair("values", score.values),
        std::pair("right_values", score.right_values)}) {
    json.key(key);
    json.integer(count);
  }
  for (const auto& [key, share] :
       {std::pair("precision", score.precision()), std::pair("recall", score.recall()),
        std::pair("f1", score.f1()), std::pair("value_accuracy", score.value_accuracy())}) {
    json.key(key);
    json.number(share);
  }
  json.close_object();
}

// `errors`: the findings, or nothing where they are not asked for.
std::string as_json(const Scores& scores, const KindScore& all, const std::string* errors) {
  std::string text;
  JsonText json(text, JsonText::Layout::indented);
  json.open_object();
  if (errors != nullptr) {
    json.key("errors");
    json.raw("[" + *errors + "]");
  }
  json.key("kinds");
  json.open_object();
  for (const auto& [kind, score] : scores) {
    json.key(kind);
    write_score(json, score);
  }
  json.close_object();
  json.key("all");
  write_score(json, all);
  json.close_object();
  return text + "\n";
}

}  // namespace

int run_score(const Plan& plan) {
  auto rules = build_rules(plan.rules);
  if (!rules) {
    complain(rules.errors());
    return status_wrong;
  }
  Extractor extractor(std::move(rules).value());
  Scores scores;
  std::string listing;
  Offsets offsets;
  Extraction extraction;
  for (const std::string& path : plan.paths) {
    const auto documents = read_gold(path);
    if (!documents) {
      complain(documents.errors());
      return status_wrong;
    }
    // A kind that a whole file leaves out was not annotated there.
    std::set<std::string> kinds = annotated_kinds(documents.value());
    if (!plan.rules.kinds.empty()) {
      std::erase_if(kinds, [&](const std::string& kind) {
        return std::find(plan.rules.kinds.begin(), plan.rules.kinds.end(), kind) ==
               plan.rules.kinds.end();
      });
    }
    for (const GoldDocument& gold : documents.value()) {
      const auto found = find_mentions(extractor, gold.document, extraction, offsets);
      std::vector<Finding> findings;
      score_document(gold.mentions, found, kinds, scores, findings);
      if (!plan.list_errors) continue;
      std::stable_sort(findings.begin(), findings.end(),
                       [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
      for (const Finding& finding : findings) {
        if (plan.json) {
          add_json(finding, gold.document, listing);
        } else {
          listing += describe(finding, gold.document);
        }
      }
    }
  }
  KindScore all;
  for (const auto& [kind, score] : scores) all += score;
  if (plan.json) return print(as_json(scores, all, plan.list_errors ? &listing : nullptr));
  return print(listing + (listing.empty() ? "" : "\n") + table(scores, all));
}

}  // namespace faktum
