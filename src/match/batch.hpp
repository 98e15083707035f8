// The texts of some documents, one behind the other, to be matched in one go.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"

namespace faktum {

// What a stage needs of the processor's caches is loaded once for all of the documents. They stay
// apart: no name and no sentence goes from one into the next.
class Batch {
 public:
  // Where a document lies in the batch.
  struct Part {
    Span text;
    std::uint32_t first_sentence;
    std::uint32_t last_sentence;  // the one behind it
  };

  // A single document is not copied.
  Batch() = default;
  Batch(std::string_view text, const std::vector<Span>& sentences) { add(text, sentences); }
  Batch(const Batch&) = delete;
  Batch& operator=(const Batch&) = delete;

  void clear();

  // `sentences` lie in `text`, which must outlive what is made of the batch.
  void add(std::string_view text, const std::vector<Span>& sentences);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Span>& sentences() const { return sentences_; }
  [[nodiscard]] const std::vector<Part>& parts() const { return parts_; }
  [[nodiscard]] std::uint32_t part_of(std::uint32_t sentence) const { return part_of_[sentence]; }

 private:
  std::string_view text_;
  std::string joined_;  // of several
  std::vector<Span> sentences_;
  std::vector<std::uint32_t> part_of_;  // by sentence
  std::vector<Part> parts_;
};

}  // namespace faktum
