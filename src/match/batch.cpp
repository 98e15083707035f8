#include "match/batch.hpp"

namespace faktum {

void Batch::clear() {
  text_ = {};
  joined_.clear();
  sentences_.clear();
  part_of_.clear();
  parts_.clear();
}

void Batch::add(std::string_view text, const std::vector<Span>& sentences) {
  constexpr std::string_view between = "\n\n";  // ends every name, word and sentence
  std::size_t begin = 0;
  if (parts_.empty()) {
    text_ = text;
  } else {
    if (parts_.size() == 1) joined_ = text_;
    joined_.append(between).append(text);
    begin = joined_.size() - text.size();
    text_ = joined_;
  }
  const auto first = static_cast<std::uint32_t>(sentences_.size());
  for (const Span& sentence : sentences) {
    sentences_.push_back({begin + sentence.begin, begin + sentence.end});
  }
  part_of_.resize(sentences_.size(), static_cast<std::uint32_t>(parts_.size()));
  parts_.push_back(
      {{begin, begin + text.size()}, first, static_cast<std::uint32_t>(sentences_.size())});
}

}  // namespace faktum
