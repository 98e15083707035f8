// Why what matched made no candidate: kept by a Matcher that is given a MatchTrace.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "faktum/fact.hpp"
#include "match/gazetteer.hpp"
#include "match/rule_match.hpp"

namespace faktum {

struct ListIndex;

enum class Refusal : std::uint8_t {
  edge,    // it begins or ends inside a word
  trim,    // the words that are cut off its beginning are all of it
  before,  // and the next three: the rule's pattern of that name
  after,
  not_before,
  not_after,
  not_word_before,  // a word of [words.before] stands before it
  sentence,         // and the next three: the rule's words of that name
  not_sentence,
  document,
  not_document,
  names,           // the list's entry is not one of the rule's `names`
  nearly_plain,    // the form is not marked so
  named,           // the text does not name what the rule's column says
  capitals,        // the form is not in capitals
  beside,          // no unambiguous name of the list stands in the sentence
  unasked,         // no rule asks for such forms of the list
  also_after,      // the form stands behind no word of [words.before] in the text
  not_also_after,  // it stands behind one
  yields_to,       // a name of the list that the rule yields to ends it
  not_alone,       // it is a noun of [words.trim] alone
};

[[nodiscard]] std::string_view name_of(Refusal);

struct Refused {
  const Rule* rule = nullptr;  // null: unasked
  const ListIndex* list = nullptr;
  std::uint32_t entry = RuleMatch::no_entry;  // of the list
  bool ambiguous = false;                     // the list's form is marked so
  Span span;                                  // of the mention that was not to be
  std::uint32_t sentence = 0;
  Refusal reason = Refusal::edge;
  // The word that an edge lies in, the text that `before` or `after` saw or that `not_before` or
  // `not_after` found, the word that was found (`not_sentence`, `not_document`).
  std::string detail;
};

// The matcher asks for a refusal to be noted; the reason is worked out here, by the same questions
// in the same order, so that a matcher without a trace does no work for it. One per document.
class MatchTrace {
 public:
  struct Reason {
    Refusal refusal;
    std::string detail;
  };

  std::vector<Refused> refused;

  // A pattern's match at `matched`, which made or would have made a mention at `span`.
  void refuse(const Rule&, std::string_view text, Span bounds, std::uint32_t sentence, Span matched,
              Span span);

  // All matches of the pattern in a sentence: words of the sentence or document refuse the rule.
  void refuse_all(const Rule&, std::string_view text, Span bounds, std::uint32_t sentence);

  // A form of the rule's list.
  void refuse_form(const Rule&, const GazetteerHit&, std::uint32_t sentence, Refusal);
  void refuse_form(const Rule&, std::string_view text, Span bounds, const GazetteerHit&,
                   std::uint32_t sentence);
  void refuse_unasked(const ListIndex&, const GazetteerHit&, std::uint32_t sentence);

  // A match that began before the list's name at `name`, to which its rule yields.
  void refuse_yielding(const RuleMatch&, std::string_view text, Span name);

  // A recalled name: only `not_before` and `not_after` are asked.
  void refuse_recalled(const Rule&, std::string_view text, Span bounds, Span span,
                       std::uint32_t sentence);

 private:
  // By the words that the document holds or lacks.
  const std::optional<Reason>& judge_document(const Rule&, std::string_view text);

  std::unordered_map<const Rule*, std::optional<Reason>> of_document_;  // those asked so far
};

}  // namespace faktum
