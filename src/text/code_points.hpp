// Offsets in bytes as offsets in code points.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace faktum {

class CodePoints {
 public:
  // Views the text. Takes linear time, so that before() takes constant time.
  explicit CodePoints(std::string_view text);

  [[nodiscard]] std::size_t before(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> counts_;  // before every so many bytes
};

}  // namespace faktum
