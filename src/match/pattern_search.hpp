// All matches of a pattern in a sentence, by its automata or by RE2.
#pragma once

#include <cstddef>
#include <vector>

#include "faktum/fact.hpp"
#include "match/classed_text.hpp"
#include "rules/pattern.hpp"

namespace faktum {

class PatternSearch {
 public:
  // The ends of `window` are the text's ends to the pattern. `begins` are the places where a match
  // begins, the last first, if the pattern has automata. Everything named here must outlive the
  // search, to which `begins` belongs.
  PatternSearch(const Pattern& pattern, const ClassedText& text, Span window,
                std::vector<std::size_t>& begins)
      : pattern_(pattern), text_(text), window_(window), begins_(begins) {}

  // The longest of the leftmost matches that begin at `from` or behind it, which must not decrease
  // from call to call. False where there is none.
  bool next(std::size_t from, Span& match);

  // The longest match that begins where `match` does and ends at `end` or before it, as if the
  // window ended there. False where there is none.
  bool shorten(std::size_t end, Span& match) const;

 private:
  const Pattern& pattern_;
  const ClassedText& text_;
  Span window_;
  std::vector<std::size_t>& begins_;  // those to come, the next one last
};

}  // namespace faktum
