#include "match/prefilter.hpp"

namespace faktum {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

}  // namespace

Prefilter::Prefilter(const std::vector<std::string>& literals) {
  for (const std::string& literal : literals) {
    for (const char c : literal) {
      std::uint8_t& known = class_of_[static_cast<unsigned char>(c)];
      if (known == 0) known = static_cast<std::uint8_t>(classes_++);
    }
  }

  // The trie.
  next_.assign(classes_, none);
  std::vector<std::vector<std::uint32_t>> ends(1);
  for (std::uint32_t index = 0; index < literals.size(); ++index) {
    std::uint32_t state = 0;
    for (const char c : literals[index]) {
      const std::size_t edge = state * classes_ + class_of_[static_cast<unsigned char>(c)];
      if (next_[edge] == none) {
        next_[edge] = static_cast<std::uint32_t>(ends.size());
        next_.resize(next_.size() + classes_, none);
        ends.emplace_back();
      }
      state = next_[edge];
    }
    ends[state].push_back(index);
  }

  // Failure links by breadth first, folded into the table.
  std::vector<std::uint32_t> failure(ends.size(), 0);
  std::vector<std::uint32_t> queue{0};
  queue.reserve(ends.size());
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const std::uint32_t state = queue[head];
    for (std::uint32_t c = 0; c < classes_; ++c) {
      std::uint32_t& target = next_[state * classes_ + c];
      const std::uint32_t fallback = state == 0 ? 0 : next_[failure[state] * classes_ + c];
      if (target == none) {
        target = fallback;
      } else {
        failure[target] = fallback;
        queue.push_back(target);
      }
    }
  }

  std::vector<std::vector<std::uint32_t>> outputs(ends.size());
  for (const std::uint32_t state : queue) {
    outputs[state] = ends[state];
    if (state == 0) continue;
    const auto& inherited = outputs[failure[state]];
    outputs[state].insert(outputs[state].end(), inherited.begin(), inherited.end());
  }
  for (const auto& list : outputs) {
    first_output_.push_back(static_cast<std::uint32_t>(outputs_.size()));
    outputs_.insert(outputs_.end(), list.begin(), list.end());
  }
  first_output_.push_back(static_cast<std::uint32_t>(outputs_.size()));
}

}  // namespace faktum
