// Rules applied to documents' texts: all candidates, overlapping ones too.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"
#include "match/batch.hpp"
#include "match/classed_text.hpp"
#include "match/list_matcher.hpp"
#include "match/profile.hpp"
#include "match/rule_match.hpp"
#include "match/trace.hpp"
#include "match/work_finder.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {

// Holds scratch memory: one per thread. Views the CompiledRules, which must outlive it.
class Matcher {
 public:
  // With a trace what matched and was refused is noted there, of single documents only; with a
  // profile what each rule costs. Both must outlive it.
  explicit Matcher(const CompiledRules& rules, MatchTrace* trace = nullptr,
                   MatchProfile* profile = nullptr)
      : rules_(rules),
        trace_(trace),
        profile_(profile),
        work_(rules.triggers),
        list_matcher_(rules, work_, trace, profile) {}

  // Finds the matches of all rules in the texts of `batch`, which must live as long as the calls
  // below.
  void match(const Batch& batch);

  // Replaces `matches` by those in a document of the batch. Their spans and sentences are the
  // document's.
  void matches_of(std::size_t document, std::vector<RuleMatch>& matches);

  // Of the document that matches_of() was asked for last.
  [[nodiscard]] ClassedText text() const;

  // Fills the groups of a match in that document, if they are not there yet; they lie in memory
  // that the next match() uses again. Most candidates lose before anybody asks for their groups,
  // which cost more than the spans.
  void read_groups(RuleMatch& match);

 private:
  using Task = WorkFinder::Task;

  void match_tasks(const Rule& rule, std::span<const Task> tasks);
  void match_rule(const Rule& rule, std::uint32_t sentence, std::vector<std::size_t>& begins);
  void sort_by_document();
  void fill_groups(RuleMatch& match);
  struct ListName {
    const ListIndex* list;
    std::size_t end;  // of the name, and of the span with its legal form
    std::size_t span_end;
    std::size_t begin;
    auto operator<=>(const ListName&) const = default;
  };
  void drop_yielding();
  void cut_coordinated(std::span<const ListName> names, RuleMatch& match);
  // Has room for `count` groups and those of the rule's `set`, and gives them to the match.
  class Groups;

  void capture(const Rule& rule, Span matched, Span bounds);
  void read_captures(const Rule& rule, Span untrimmed, RuleMatch& match);
  Span trimmed(const Rule& rule, Span span) const;

  const CompiledRules& rules_;
  MatchTrace* trace_;
  MatchProfile* profile_;
  const Batch* batch_ = nullptr;
  std::string_view text_;  // of the batch
  ClassedText classed_;    // text_
  std::vector<CharClass> classes_;
  const std::vector<Span>* sentences_ = nullptr;  // of the batch
  std::vector<RuleMatch> matches_;                // in the batch
  std::vector<std::uint32_t> order_;              // of matches_, by document
  std::vector<std::uint32_t> begins_;             // in order_, by document
  Batch::Part part_{};                            // the document at hand
  WorkFinder work_;
  ListMatcher list_matcher_;
  std::array<std::byte, 1U << 15> first_memory_;  // spares most documents any allocation
  std::pmr::monotonic_buffer_resource memory_{first_memory_.data(), first_memory_.size()};
  GroupReader group_reader_;
  std::vector<re2::StringPiece> parts_;
  static constexpr std::size_t most_together = 64;
  std::array<Automaton::Search, most_together> searches_;  // of a rule
  std::array<std::uint32_t, most_together> searched_{};    // sentences, by search
  std::vector<Span> captures_;  // by group; of those that took no part GroupReader::no_part
};

}  // namespace faktum
