#include "cli/explain_command.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "api/explain.hpp"
#include "cli/each_document.hpp"
#include "cli/messages.hpp"
#include "cli/output_file.hpp"
#include "output/explanation.hpp"
#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The code point at an offset in code points; nothing behind the end.
std::optional<Span> code_point(std::string_view text, const std::string& offset) {
  if (offset.size() > 9) return std::nullopt;
  std::size_t left = std::stoul(offset);
  std::size_t at = 0;
  while (at < text.size() && left > 0) {
    at += utf8_sequence(text, at).size;
    --left;
  }
  if (at >= text.size()) return std::nullopt;
  return Span{at, at + utf8_sequence(text, at).size};
}

// The places of a text that `at` names: an offset, or each place of a string. Quotation marks of
// the user's own make a string of a number.
std::vector<Span> places_of(std::string_view text, const std::string& at) {
  std::vector<Span> places;
  if (is_number(at)) {
    if (const auto place = code_point(text, at)) places.push_back(*place);
    return places;
  }
  std::string_view wanted = at;
  if (wanted.size() > 2 && wanted.starts_with('"') && wanted.ends_with('"')) {
    wanted = wanted.substr(1, wanted.size() - 2);
  }
  for (std::size_t found = text.find(wanted); found != std::string_view::npos;
       found = text.find(wanted, found + wanted.size())) {
    places.push_back({found, found + wanted.size()});
  }
  return places;
}

class Explainer {
 public:
  Explainer(const Plan& plan, const RuleSet& rules)
      : plan_(plan), rules_(rules), json_(out_, JsonText::Layout::indented) {}

  void begin() {
    if (plan_.json) json_.open_array();
  }

  void explain_document(const Document& document) {
    ++documents_;
    const Explanation explanation = explain(rules_, document);
    const ExplainedText text(document, explanation);
    if (plan_.at.empty()) return write(text, std::nullopt);
    for (const Span place : places_of(document.text, plan_.at)) write(text, place);
  }

  void end() {
    if (!plan_.json) return;
    json_.close_array();
    out_ += '\n';
  }

  std::string take() { return std::exchange(out_, {}); }
  [[nodiscard]] std::size_t documents() const { return documents_; }
  [[nodiscard]] std::size_t written() const { return written_; }

 private:
  void write(const ExplainedText& text, const std::optional<Span>& at) {
    if (plan_.json) {
      write_explanation(text, at, json_);
    } else {
      if (written_ > 0) out_ += '\n';
      write_explanation(text, at, plan_.output.colour, out_);
    }
    ++written_;
  }

  const Plan& plan_;
  const RuleSet& rules_;
  std::string out_;
  JsonText json_;
  std::size_t documents_ = 0;
  std::size_t written_ = 0;
};

}  // namespace

int run_explain(const Plan& plan) {
  RuleOptions options = plan.rules;
  options.prefilter = false;  // what it spares would not be refused, and so not be named
  const auto rules = build_rules(options);
  if (!rules) {
    complain(rules.errors());
    return status_wrong;
  }
  Explainer explainer(plan, rules.value());
  auto output = OutputFile::open("");
  explainer.begin();
  int status = each_document(plan, [&](const Document& document) {
    if (plan.only_id.empty() || document.id == plan.only_id) explainer.explain_document(document);
    return output.value().write(explainer.take());
  });
  if (status == status_wrong) return status;
  if (const auto& error = output.value().error()) {
    complain(*error);
    return status_wrong;
  }
  explainer.end();
  if (explainer.documents() == 0 && !plan.only_id.empty()) {
    complain("there is no document with the id " + plan.only_id);
    status = status_failures;
  } else if (explainer.written() == 0 && explainer.documents() > 0) {
    complain(is_number(plan.at) ? "the text ends before the offset " + plan.at + "; --at '\"" +
                                      plan.at + "\"' looks for the text"
                                : "the text holds no \"" + plan.at + "\"");
    status = status_failures;
  }
  return print(explainer.take(), status);
}

}  // namespace faktum
