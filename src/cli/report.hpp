// What comes out of the pipeline -> output, journal, messages and the exit status.
#pragma once

#include <chrono>
#include <set>
#include <string>

#include "cli/journal.hpp"
#include "cli/output_file.hpp"
#include "cli/parcel.hpp"
#include "cli/progress.hpp"
#include "output/framing.hpp"

namespace faktum {

class Report {
 public:
  // `journal` may be null; what it says is done is counted but not written again. All outlive this.
  Report(const Plan&, OutputFile&, Journal*, Progress&);

  // False when nothing more can or shall be written.
  bool begin();
  bool add(const Parcel&);

  // The exit status.
  int end();

 private:
  bool add(const Outcome&, std::string_view text);
  void say_left_out(const Outcome&);
  bool flush();
  bool checkpoint(bool done);
  int status_after_writing();
  int end_early();

  const Plan& plan_;
  OutputFile& file_;
  Journal* journal_;
  Progress& progress_;
  Framing framing_;
  std::string text_;                             // not written yet
  JournalEntry state_;                           // of what is written
  Counts counts_;                                // of this run
  std::chrono::steady_clock::time_point noted_;  // when the journal was written
  std::chrono::milliseconds wait_;               // until it is written again
  std::uint64_t noted_bytes_ = 0;
  std::string left_out_file_;
  std::set<std::string> left_out_;  // fields of that file, which have been named
  bool broken_ = false;
  bool failed_strictly_ = false;
};

}  // namespace faktum
