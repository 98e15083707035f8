// Where a fact stands, for --context.
#pragma once

#include <string_view>
#include <vector>

#include "faktum/extractor.hpp"
#include "faktum/fact.hpp"

namespace faktum {

// The fact's sentence, with the next where the fact goes on there: a known name may hold a full
// stop that ends a sentence ("01.AI").
[[nodiscard]] inline std::string_view context_of(const Fact& fact, const Extraction& extraction,
                                                 std::string_view text) {
  const std::vector<Span>& sentences = extraction.sentences;
  std::size_t last = fact.sentence;
  while (sentences[last].end < fact.span.end && last + 1 < sentences.size()) ++last;
  return Span{sentences[fact.sentence].begin, sentences[last].end}.of(text);
}

}  // namespace faktum
