// German sentences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"

namespace faktum {

// In bytes. What goes on beyond that is a table or a list without stops: it is cut, best at a line
// break or comma, so that a text's time does not grow with its sentences.
inline constexpr std::size_t kLongestSentence = 4096;

// Replaces `sentences` by the sentences of `text` in order. They are disjoint, hold no leading or
// trailing white space, are never empty, and every non-space byte lies in one. A blank line always
// ends a sentence. A single line break (LF, CRLF or CR) ends one before a list's item and where the
// line is finished (".", ":") or not wrapped (the next word had found room on it, or a line is very
// long) and a capital or digit follows; else it is a space. Takes linear time.
//
// Standard: UAX #29 sentence boundaries, with what German needs: abbreviations and ordinals end
// nothing, and a full stop ends a sentence also where the space after it is missing ("2 %.Jetzt").
// ICU's break iterator knows neither: with it, nearly every boundary had to be judged again.
void split_sentences(std::string_view text, std::vector<Span>& sentences);

// The index of the sentence that holds byte `at`, or of the next one; `from` is not behind it.
[[nodiscard]] inline std::uint32_t sentence_of(const std::vector<Span>& sentences,
                                               std::uint32_t from, std::size_t at) {
  while (from + 1 < sentences.size() && sentences[from].end <= at) ++from;
  return from;
}

}  // namespace faktum
