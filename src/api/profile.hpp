// What the rules cost on documents.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

#include "api/candidates.hpp"
#include "faktum/document.hpp"
#include "faktum/rule_set.hpp"
#include "match/profile.hpp"

namespace faktum {

// Extracts as an Extractor does, with a clock at each rule, which makes it slower. The first
// documents also pay for compiling patterns. Views the rules, which must outlive it.
class Profiler {
 public:
  explicit Profiler(const RuleSet& rules);
  Profiler(const Profiler&) = delete;
  Profiler& operator=(const Profiler&) = delete;

  void add(const Document&);

  [[nodiscard]] const MatchProfile& rules() const { return rules_; }  // as in CompiledRules::rules
  [[nodiscard]] std::size_t documents() const { return documents_; }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  // Of everything, also of what is no rule's own.
  [[nodiscard]] std::chrono::nanoseconds time() const { return time_; }

 private:
  MatchProfile rules_;
  CandidateFinder finder_;
  std::vector<Span> sentences_;
  std::size_t documents_ = 0;
  std::size_t bytes_ = 0;
  std::chrono::nanoseconds time_{0};
};

}  // namespace faktum
