#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace faktum::bench {

// Of at least one number.
inline double median(std::vector<double> numbers) {
  const std::size_t middle = numbers.size() / 2;
  std::sort(numbers.begin(), numbers.end());
  return numbers.size() % 2 != 0 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

}  // namespace faktum::bench
