// Rules applied to one document's text: all candidates, overlapping ones too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"
#include "match/rule_match.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {

// Holds scratch memory: one per thread. Views the CompiledRules, which must outlive it.
class Matcher {
 public:
  explicit Matcher(const CompiledRules& rules) : rules_(rules) {}

  // Replaces `matches` by the matches of all rules in `text`, whose sentences are given in order.
  void match(std::string_view text, const std::vector<Span>& sentences,
             std::vector<RuleMatch>& matches);

 private:
  enum class Verdict : std::uint8_t { unknown, allowed, refused };

  void mark_sentences(const std::vector<Span>& sentences);
  void match_rule(const Rule& rule, std::uint32_t sentence, Span bounds,
                  std::vector<RuleMatch>& matches);
  void match_lists(const std::vector<Span>& sentences, std::vector<RuleMatch>& matches);
  void add_list_match(const ListIndex& index, const Rule& rule, const GazetteerHit& hit,
                      std::uint32_t sentence, Span bounds, std::vector<RuleMatch>& matches);
  bool document_allows(const Rule& rule);
  Span extended(const Rule& rule, Span span, Span bounds) const;
  Span trimmed(const Rule& rule, Span span) const;

  const CompiledRules& rules_;
  std::string_view text_;
  std::string folded_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> work_;  // sentence, rule
  std::vector<std::uint32_t> last_sentence_of_atom_;           // plus 1
  struct RuleState {
    std::uint32_t sentence = 0;  // plus 1
    std::uint32_t sets = 0;      // of atoms, seen in that sentence
  };
  std::vector<RuleState> rule_states_;
  std::vector<Verdict> document_verdicts_;  // by rule
  std::vector<GazetteerHit> hits_;
  std::vector<std::uint32_t> plain_sentences_;  // of the unambiguous hits, in order
  std::vector<re2::StringPiece> captures_;
};

}  // namespace faktum
