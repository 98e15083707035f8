// German sentences: ICU's sentence break iterator with repairs of our own.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"

namespace faktum {

// Holds an ICU break iterator, which has state: one per thread, reused for many texts.
// Standard: UAX #29 sentence boundaries, tailored for German by ICU; our repairs join what it
// splits wrongly (ordinals before a month or noun, abbreviations) and split where a full stop has
// no space after it ("2 %.Jetzt").
class SentenceSplitter {
 public:
  SentenceSplitter();
  ~SentenceSplitter();
  SentenceSplitter(SentenceSplitter&&) noexcept;
  SentenceSplitter& operator=(SentenceSplitter&&) noexcept;

  // Replaces `sentences` by the sentences of `text` in order. They are disjoint, hold no leading
  // or trailing white space, are never empty, and every non-space byte lies in one. A line break
  // ends a paragraph and so a sentence when a blank line follows or the line is a heading-like
  // fragment; a single line break inside running text is a space.
  void split(std::string_view text, std::vector<Span>& sentences);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The index of the sentence that holds byte `at`, or of the next one; `from` is not behind it.
[[nodiscard]] inline std::uint32_t sentence_of(const std::vector<Span>& sentences,
                                               std::uint32_t from, std::size_t at) {
  while (from + 1 < sentences.size() && sentences[from].end <= at) ++from;
  return from;
}

}  // namespace faktum
