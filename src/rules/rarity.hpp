// How rare literals are in German text, and what it costs to look for them: counted in
// sample_text(). Of those that do not stand there the longer are taken to be the rarer.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace faktum {

// Where the literals of a set stand in the sample. Literals are as necessary_atoms() has them.
class Occurrences {
 public:
  // To try a rule on a sentence takes as long as so many stops of the prefilter.
  static constexpr double stops_of_a_try = 6;

  explicit Occurrences(std::span<const std::string> literals);

  // How often the prefilter stops for one of the literals. More than anything else for a letter
  // alone.
  [[nodiscard]] double stops() const { return stops_; }
  // In how many sentences one of them stands.
  [[nodiscard]] double tries() const;
  // That number as a part of all sentences.
  [[nodiscard]] double share() const { return tries() / static_cast<double>(sentences_.size()); }
  // In how many of these none of the others does.
  [[nodiscard]] double tries_without(const Occurrences& others) const;

  // Of looking for the literals and trying a rule where one stands, in stops.
  [[nodiscard]] double work() const { return stops_ + stops_of_a_try * tries(); }

 private:
  double stops_ = 0;
  double unseen_ = 0;            // an estimate, of sentences
  std::vector<bool> sentences_;  // of the sample, those that hold one
};

}  // namespace faktum
