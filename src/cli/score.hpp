// Precision, recall and F1 of found mentions against gold ones. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/gold.hpp"
#include "faktum/fact.hpp"

namespace faktum {

struct FoundMention {
  std::string kind;
  Span span;  // in code points
  const Value* value = nullptr;
};

struct KindScore {
  std::size_t gold = 0;     // without optional mentions
  std::size_t found = 0;    // without those that overlap an optional mention of their kind
  std::size_t correct = 0;  // exact span and kind
  std::size_t values = 0;   // correct ones whose gold has a value
  std::size_t right_values = 0;

  [[nodiscard]] double precision() const;  // 0 where nothing was found, like the others
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
  [[nodiscard]] double value_accuracy() const;
  KindScore& operator+=(const KindScore&);
};

enum class Mistake : std::uint8_t { missed, wrong_hit, wrong_value };

struct Finding {
  Mistake mistake = Mistake::missed;
  std::string kind;
  Span span;           // in code points
  std::string detail;  // of a wrong value
};

using Scores = std::map<std::string, KindScore>;

// Adds one document to `scores`; only `kinds` count. A prediction is correct where a gold mention
// has its kind and its exact span, be it optional (then nothing counts) or not.
void score_document(const std::vector<GoldMention>& gold, const std::vector<FoundMention>& found,
                    const std::set<std::string>& kinds, Scores& scores,
                    std::vector<Finding>& findings);

}  // namespace faktum
