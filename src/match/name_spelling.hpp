// How a listed name may be written in a text.
#pragma once

#include <cstddef>
#include <string_view>

namespace faktum {

// A name at a place of a text.
struct WrittenName {
  std::size_t end = 0;     // its genitive's; 0: the name does not stand there
  std::size_t hyphen = 0;  // where the last one stands for a space of the name; 0: nowhere
};

// The name, which ends with a zero, at byte `at`, where a word begins: with any white space or a
// hyphen where it has a space, with a genitive -s, with a small word or the next sentence glued to
// it, and in other letter case as Gazetteer says.
[[nodiscard]] WrittenName written_name(const char* name, std::string_view text, std::size_t at);

// The length of white space at `at`: a space, a tab, one line break, or a no-break space.
[[nodiscard]] std::size_t space_length(std::string_view text, std::size_t at);

// "Golem.de", which is written small as well.
[[nodiscard]] bool is_address(std::string_view name);

}  // namespace faktum
