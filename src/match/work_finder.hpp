// Which rules are worth trying where.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "match/batch.hpp"
#include "match/prefilter.hpp"
#include "rules/triggers.hpp"

namespace faktum {

// Holds scratch memory: one per thread. Views the Triggers, which must outlive it.
class WorkFinder {
 public:
  // A rule to try on a sentence; both are named by their index.
  struct Task {
    std::uint32_t sentence;
    std::uint32_t rule;
    std::size_t least_end;  // no match ends before
  };

  explicit WorkFinder(const Triggers& triggers);

  // Looks for the triggers of all rules in the batch, which has at least one sentence.
  void find(const Batch& batch);

  // What find() found, each rule and sentence once, by rule: what a rule's automata need of the
  // processor's caches is loaded once for all of its sentences.
  [[nodiscard]] std::span<const Task> tasks() const { return tasks_; }

  // Whether the document of the sentence holds the words that the rule wants in a document, and
  // none that it does not want.
  [[nodiscard]] bool document_allows(std::uint32_t sentence, std::uint32_t rule);

 private:
  enum class Verdict : std::uint8_t { unknown, allowed, refused };

  void add_tasks(std::uint32_t sentence);
  void sort_tasks();
  std::vector<bool>::iterator words_seen_of(std::uint32_t sentence);
  void see_words(std::uint32_t sentence, std::uint32_t ending, std::size_t end);
  void hold(std::size_t set, std::size_t end);

  const Triggers& triggers_;
  const Batch* batch_ = nullptr;
  std::vector<Task> found_;  // by sentence
  std::vector<Task> tasks_;
  std::vector<std::uint32_t> ends_of_rules_;  // in tasks_
  Prefilter::Scratch prefilter_scratch_;
  Triggers::Sets first_sets_;
  Triggers::Sets sets_held_;                // of which the sentence at hand holds a literal
  std::vector<std::size_t> ends_;           // of the first such literal, by set
  std::vector<bool> words_seen_;            // by document and document word
  std::vector<Verdict> document_verdicts_;  // by document and rule
};

}  // namespace faktum
