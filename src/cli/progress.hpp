// How far a run is, on standard error.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "cli/plan.hpp"

namespace faktum {

struct Counts {
  std::uint64_t documents = 0;  // of the share, with failures
  std::uint64_t bytes = 0;      // of documents
  std::uint64_t facts = 0;
  std::uint64_t failures = 0;
};

[[nodiscard]] bool shows_progress(const Plan&);

// On a terminal one line that is written over, elsewhere, where it is asked for, a line now and
// then; at the end a summary. Any other message must clear() the line first.
class Progress {
 public:
  // `read` of `total` bytes of input were read already; no total: time left is not known.
  Progress(const Plan& plan, std::optional<std::uint64_t> total, std::uint64_t read);

  void update(const Counts&, std::uint64_t read);
  void clear();
  void summarise(const Counts&);

 private:
  [[nodiscard]] double elapsed() const;  // seconds
  [[nodiscard]] std::string line(const Counts&, std::uint64_t read) const;

  Show show_;
  bool live_;
  std::optional<std::uint64_t> total_;
  std::uint64_t first_read_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  double next_;  // seconds since the start
  bool drawn_ = false;
};

}  // namespace faktum
