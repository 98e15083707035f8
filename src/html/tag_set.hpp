// Sets of HTML elements by their tag.
#pragma once

#include <gumbo.h>

#include <array>
#include <cstddef>
#include <initializer_list>

namespace faktum {

class TagSet {
 public:
  constexpr TagSet(std::initializer_list<GumboTag> tags) {
    for (const GumboTag tag : tags) holds_[static_cast<std::size_t>(tag)] = true;
  }

  [[nodiscard]] constexpr bool contains(GumboTag tag) const {
    return holds_[static_cast<std::size_t>(tag)];
  }

 private:
  std::array<bool, GUMBO_TAG_LAST + 1> holds_{};
};

}  // namespace faktum
