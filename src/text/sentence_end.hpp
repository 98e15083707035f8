// Whether a full stop, exclamation or question mark ends a German sentence.
#pragma once

#include <cstddef>
#include <string_view>

namespace faktum {

// A run of terminators ("." "?!" "..." "…") with the closing quotes and brackets attached to it.
struct Terminator {
  std::size_t begin = 0;
  std::size_t marks_end = 0;  // behind the run
  std::size_t end = 0;        // behind what closes
};

// The terminator whose first mark begins at byte `at`; nothing (begin == end) where none does.
[[nodiscard]] Terminator terminator_at(std::string_view text, std::size_t at);

// Whether the sentence that began at byte `begin` ends with the terminator. `next` is the first
// byte after it that is not white space, and lies inside the text.
[[nodiscard]] bool ends_sentence(std::string_view text, const Terminator& terminator,
                                 std::size_t begin, std::size_t next);

}  // namespace faktum
