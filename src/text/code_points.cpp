#include "text/code_points.hpp"

#include "text/characters.hpp"

namespace faktum {
namespace {

constexpr std::size_t kStep = 128;  // bytes

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  counts_.reserve(text.size() / kStep + 1);
  std::size_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStep) {
    counts_.push_back(count);
    count += count_code_points(text.substr(at, kStep));
  }
}

std::size_t CodePoints::before(std::size_t byte) const {
  const std::size_t step = byte / kStep;
  return counts_[step] + count_code_points(text_.substr(step * kStep, byte % kStep));
}

}  // namespace faktum
