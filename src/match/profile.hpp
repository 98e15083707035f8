// What each rule costs: kept by a Matcher that is given a MatchProfile.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

namespace faktum {

struct RuleCost {
  // Sentences that the prefilter let the pattern search, or names of the list that it was asked
  // for.
  std::uint64_t tried = 0;
  std::uint64_t candidates = 0;  // mentions the rule proposed
  std::uint64_t verified = 0;    // of those, the ones whose groups were read
  std::uint64_t facts = 0;
  std::chrono::nanoseconds time{0};  // of searching, reading groups and making values
};

using MatchProfile = std::vector<RuleCost>;  // by rule

// Adds the time until its end to a rule's; does nothing without a profile.
class CostTimer {
 public:
  CostTimer(MatchProfile* profile, std::uint32_t rule)
      : cost_(profile == nullptr ? nullptr : &(*profile)[rule]) {
    if (cost_ != nullptr) begin_ = std::chrono::steady_clock::now();
  }
  ~CostTimer() {
    if (cost_ != nullptr) cost_->time += std::chrono::steady_clock::now() - begin_;
  }
  CostTimer(const CostTimer&) = delete;
  CostTimer& operator=(const CostTimer&) = delete;

 private:
  RuleCost* cost_;
  std::chrono::steady_clock::time_point begin_;
};

}  // namespace faktum
