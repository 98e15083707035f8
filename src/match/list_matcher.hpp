// The rules that ask for names of a list: candidates in a batch.
#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "match/batch.hpp"
#include "match/classed_text.hpp"
#include "match/gazetteer.hpp"
#include "match/profile.hpp"
#include "match/rule_match.hpp"
#include "match/trace.hpp"
#include "match/work_finder.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {

// Holds scratch memory: one per thread. Views what its constructor is given, which must outlive it;
// for trace and profile see Matcher.
class ListMatcher {
 public:
  ListMatcher(const CompiledRules& rules, WorkFinder& work, MatchTrace* trace,
              MatchProfile* profile);

  // Appends the matches in the batch, whose text is given classed, and of which `work` has found
  // the document words.
  void match(const Batch& batch, const ClassedText& text, std::vector<RuleMatch>& matches);

 private:
  // A hit and where it stands.
  struct Place {
    const GazetteerHit& hit;
    std::uint32_t sentence;
    std::uint32_t document;
  };

  using FormAfter = std::pair<std::uint32_t, std::string_view>;  // document, form

  void try_rules(const ListIndex& list, const Place& place);
  void try_rule(const Rule& rule, const Place& place);
  bool is_named(const Rule& rule, const Place& place);
  const std::vector<FormAfter>& forms_after(const PhraseTable& words, PhraseTable::Keys keys);
  bool also_stands_after(const Rule& rule, PhraseTable::Keys keys, const Place& place);
  [[nodiscard]] Place place_of(std::size_t hit) const;
  [[nodiscard]] Span extended(const Rule& rule, Span span, Span bounds) const;

  const CompiledRules& rules_;
  WorkFinder& work_;
  MatchTrace* trace_;
  MatchProfile* profile_;
  const Batch* batch_ = nullptr;
  ClassedText text_;
  std::vector<RuleMatch>* matches_ = nullptr;
  std::vector<GazetteerHit> hits_;
  std::vector<std::uint32_t> sentence_of_hit_;
  std::vector<std::uint32_t> plain_sentences_;  // of the list's unambiguous hits, in order
  using FormsAfter = std::pair<PhraseTable::Keys, std::vector<FormAfter>>;
  std::vector<FormsAfter> forms_after_;  // of the keys that were asked for
  // Document, list, ambiguous, entry.
  using NameHeld = std::tuple<std::uint32_t, std::uint32_t, bool, std::string_view>;
  std::vector<NameHeld> names_held_;  // sorted; filled where a rule asks
};

}  // namespace faktum
