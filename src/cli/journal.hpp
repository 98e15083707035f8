// What a run has done, in a file, so that the next run goes on where it was cut off.
//
// JSON lines: first what the run is, then a line now and then of what is done by then.
//
//   {"faktum":"0.1.0","rules":"8c1f…","PATH":["archive.jsonl"],"--output":["facts.jsonl"]}
//   {"read":5120,"documents":5120,"failures":2,"facts":80211,"bytes":23101833,"check":"11ab…"}
//   {"read":9000,…,"done":true}
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "cli/plan.hpp"
#include "faktum/error.hpp"

namespace faktum {

struct JournalEntry {
  std::uint64_t read = 0;       // documents of the input
  std::uint64_t documents = 0;  // of them in the share
  std::uint64_t failures = 0;
  std::uint64_t facts = 0;
  std::uint64_t bytes = 0;  // of output
  std::uint64_t check = 0;  // ParcelReader::check() behind them
  bool done = false;        // that is all
};

// Holds the file, locked against other runs; movable.
class Journal {
 public:
  // A new file begins with `identity`, one line of JSON; an old one must begin like that. A last
  // line that was cut off is removed. Errors: journal.unusable, journal.in_use, journal.other_run.
  static Result<Journal> open(const std::string& path, const std::string& identity);

  ~Journal();
  Journal(Journal&&) noexcept;
  Journal& operator=(Journal&&) = delete;

  [[nodiscard]] const JournalEntry& last() const { return last_; }

  // The output that `entry` speaks of must be on disk. False: error() says why.
  bool add(const JournalEntry& entry);
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  Journal(std::string path, int descriptor);
  std::optional<Error> read(const std::string& identity);
  bool append(const std::string& line);
  bool fail(int code);

  std::string path_;
  int descriptor_;
  JournalEntry last_;
  std::optional<Error> error_;
};

// What must be the same for two runs to be parts of one.
[[nodiscard]] std::string identity_of(const Plan&, const RuleSet&);

}  // namespace faktum
