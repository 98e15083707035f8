// An RE2 pattern that compiles when it is first needed.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "faktum/error.hpp"
#include "text/re2.hpp"

namespace faktum {

// How faktum reads patterns: UTF-8, the longest of the leftmost matches, 32 MB of memory.
[[nodiscard]] RE2::Options pattern_options();

// Safe to share between threads: get() compiles once and then only reads.
class Pattern {
 public:
  explicit Pattern(std::string source) : source_(std::move(source)) {}

  [[nodiscard]] bool empty() const { return source_.empty(); }
  [[nodiscard]] const std::string& source() const { return source_; }

  // Never null for a pattern that check_pattern() accepted.
  [[nodiscard]] const RE2& get() const;

 private:
  std::string source_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2> compiled_;
};

// RE2's judgement: its words in `message`, the offending piece in `piece`; an empty code: valid.
[[nodiscard]] Error check_pattern(const std::string& source);

}  // namespace faktum
