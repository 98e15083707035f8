#include "match/prefilter.hpp"

#include <string_view>
#include <utility>

namespace faktum {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;

// The byte that stands for a class: a small letter, the digit 0, a space, one of the signs that
// literals seldom have, and of the trailing bytes of UTF-8 those that end alike, so that a capital
// of Latin-1 is in its small letter's.
unsigned char representative(unsigned byte) {
  constexpr std::string_view seldom = "!\"#&'()*:;<=>?@[\\]^_`{|}~";
  if (byte >= 'A' && byte <= 'Z') return static_cast<unsigned char>(byte + 0x20);
  if (byte >= '0' && byte <= '9') return '0';
  if (byte >= '\t' && byte <= '\r') return ' ';
  if (byte >= 0x80 && byte <= 0xBF) return static_cast<unsigned char>(0x80 | byte % 16);
  if (seldom.find(static_cast<char>(byte)) != seldom.npos) return '!';
  return static_cast<unsigned char>(byte);
}

struct Trie {
  explicit Trie(std::uint32_t class_count)
      : classes(class_count), next(class_count, none), ends(1) {}

  std::uint32_t classes;
  std::vector<std::uint32_t> next;               // states times classes
  std::vector<std::vector<std::uint32_t>> ends;  // literals that end, by state

  std::uint32_t& edge(std::uint32_t state, std::uint32_t to_class) {
    return next[std::size_t{state} * classes + to_class];
  }

  std::uint32_t child(std::uint32_t state, std::uint32_t to_class) {
    if (edge(state, to_class) == none) {
      edge(state, to_class) = static_cast<std::uint32_t>(ends.size());
      next.resize(next.size() + classes, none);
      ends.emplace_back();
    }
    return edge(state, to_class);
  }

  // Folds the failure links into `next` and `ends`; returns the states by depth.
  std::vector<std::uint32_t> close() {
    std::vector<std::uint32_t> failure(ends.size(), 0);
    std::vector<std::uint32_t> queue{0};
    queue.reserve(ends.size());
    for (std::size_t head = 0; head < queue.size(); ++head) {
      const std::uint32_t state = queue[head];
      if (state != 0) {
        const auto& inherited = ends[failure[state]];
        ends[state].insert(ends[state].end(), inherited.begin(), inherited.end());
      }
      for (std::uint32_t c = 0; c < classes; ++c) {
        std::uint32_t& target = edge(state, c);
        const std::uint32_t fallback = state == 0 ? 0 : edge(failure[state], c);
        if (target == none) {
          target = fallback;
        } else {
          failure[target] = fallback;
          queue.push_back(target);
        }
      }
    }
    return queue;
  }
};

}  // namespace

Prefilter::Prefilter(const std::vector<std::string>& literals, std::string_view sample) {
  for (const std::string& literal : literals) {
    longest_ = std::max(longest_, static_cast<std::uint32_t>(literal.size()));
    for (const char c : literal) {
      std::uint8_t& known = class_of_[representative(static_cast<unsigned char>(c))];
      if (known == 0) known = static_cast<std::uint8_t>(classes_++);
    }
  }
  for (unsigned byte = 0; byte < 256; ++byte) class_of_[byte] = class_of_[representative(byte)];

  Trie trie(classes_);
  for (std::uint32_t index = 0; index < literals.size(); ++index) {
    std::uint32_t state = 0;
    for (const char c : literals[index]) {
      state = trie.child(state, class_of_[static_cast<unsigned char>(c)]);
    }
    trie.ends[state].push_back(index);
  }
  std::vector<std::uint32_t> busy_first = trie.close();
  std::vector<std::uint32_t> visits(busy_first.size(), 0);
  std::uint32_t at = 0;
  for (const char c : sample) {
    at = trie.edge(at, class_of_[static_cast<unsigned char>(c)]);
    ++visits[at];
  }
  // The root is 0, where a text begins; states the sample does not visit stay by depth.
  std::stable_sort(busy_first.begin() + 1, busy_first.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return visits[a] > visits[b]; });

  // The states that end no literal come first, busy ones first in both parts.
  std::vector<std::uint32_t> number(busy_first.size());
  std::vector<std::vector<std::uint32_t>> endings;
  for (const std::uint32_t state : busy_first) {
    if (trie.ends[state].empty()) number[state] = silent_states_++;
  }
  std::uint32_t loud = silent_states_;
  for (const std::uint32_t state : busy_first) {
    if (trie.ends[state].empty()) continue;
    number[state] = loud++;
    endings.push_back(std::move(trie.ends[state]));
  }
  std::vector<std::uint32_t> next(trie.next.size());
  for (std::uint32_t state = 0; state < number.size(); ++state) {
    for (std::uint32_t c = 0; c < classes_; ++c) {
      next[std::size_t{number[state]} * classes_ + c] = number[trie.edge(state, c)];
    }
  }
  if (number.size() <= 0x10000) {
    narrow_ = Array<std::uint16_t>(std::vector<std::uint16_t>(next.begin(), next.end()));
  } else {
    wide_ = Array<std::uint32_t>(std::move(next));
  }
  literals_ = Rows<std::uint32_t>(endings);
}

}  // namespace faktum
