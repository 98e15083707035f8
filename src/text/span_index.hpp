// Which of many spans overlap a place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "faktum/fact.hpp"

namespace faktum {

class SpanIndex {
 public:
  // Behind the others: their begins must not fall.
  void add(Span span);

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(spans_.size()); }

  // Their numbers in the order they were added. Takes logarithmic time, and time for those that
  // begin between the first that reaches the place and its end.
  [[nodiscard]] std::vector<std::uint32_t> overlapping(Span place) const;

 private:
  std::vector<Span> spans_;
  std::vector<std::size_t> reach_;  // the furthest end up to each span
};

}  // namespace faktum
