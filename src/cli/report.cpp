#include "cli/report.hpp"

#include <algorithm>

#include "cli/messages.hpp"
#include "input/interruption.hpp"

namespace faktum {
namespace {

// Often at first, so that a short run does not lose all that it did.
constexpr std::chrono::milliseconds first_note_after(50);
constexpr std::chrono::milliseconds note_after(1000);
constexpr std::uint64_t note_after_bytes = std::uint64_t{16} << 20U;

std::string left_out_warning(const std::string& file, const std::string& field) {
  const std::string why = field == "language"
                              ? "it is no language tag such as de or de-AT"
                              : "the output has a key of that name; rename it to keep it";
  return file + ": the field \"" + field + "\" is left out: " + why;
}

}  // namespace

Report::Report(const Plan& plan, OutputFile& file, Journal* journal, Progress& progress)
    : plan_(plan),
      file_(file),
      journal_(journal),
      progress_(progress),
      framing_(plan.output),
      noted_(std::chrono::steady_clock::now()),
      wait_(first_note_after) {
  if (journal != nullptr) state_ = journal->last();
  noted_bytes_ = state_.bytes;
}

bool Report::begin() {
  if (state_.bytes == 0) framing_.begin(text_);
  return flush();
}

bool Report::add(const Parcel& parcel) {
  bool goes_on = parcel.outcomes.size() == parcel.size;  // else interrupted
  for (std::size_t i = 0; i < parcel.outcomes.size(); ++i) {
    const Outcome& outcome = parcel.outcomes[i];
    if (!add(outcome, parcel.text_of(i))) {
      goes_on = false;
      break;
    }
    ++state_.read;
    state_.check = parcel.checks[i];
  }
  counts_.bytes += parcel.bytes;
  if (!flush()) return false;
  const bool due = state_.bytes - noted_bytes_ >= note_after_bytes ||
                   std::chrono::steady_clock::now() - noted_ >= wait_;
  if (journal_ != nullptr && due && !checkpoint(false)) return false;
  if (goes_on) progress_.update(counts_, parcel.source_read);
  return goes_on;
}

// False where the run ends before (with a journal) or behind this document.
bool Report::add(const Outcome& outcome, std::string_view text) {
  if (!outcome.ours) return true;
  if (!outcome.messages.empty()) progress_.clear();
  for (const std::string& message : outcome.messages) complain(message);
  say_left_out(outcome);
  failed_strictly_ = outcome.failed && plan_.strict;
  // The next run shall find the document again, mended.
  if (failed_strictly_ && journal_ != nullptr) return false;
  framing_.add(text, text_);
  ++state_.documents;
  ++counts_.documents;
  state_.facts += outcome.facts;
  counts_.facts += outcome.facts;
  state_.failures += outcome.failed ? 1 : 0;
  counts_.failures += outcome.failed ? 1 : 0;
  return !failed_strictly_;
}

void Report::say_left_out(const Outcome& outcome) {
  if (outcome.left_out.empty()) return;
  if (outcome.file != left_out_file_) left_out_.clear();
  left_out_file_ = outcome.file;
  for (const std::string& field : outcome.left_out) {
    if (!left_out_.insert(field).second) continue;
    progress_.clear();
    complain(left_out_warning(outcome.file, field));
  }
}

int Report::end() {
  if (!broken_) framing_.end(text_);
  if (broken_ || !flush()) return status_after_writing();
  const bool complete = interrupted() == 0 && !failed_strictly_;
  if (journal_ != nullptr && !checkpoint(complete)) return status_after_writing();
  if (!complete) return end_early();
  if (!file_.commit()) return status_after_writing();
  progress_.summarise(counts_);
  return state_.failures > 0 && !plan_.allow_failures ? status_failures : status_done;
}

// A file that is not committed is removed.
int Report::end_early() {
  progress_.summarise(counts_);
  if (failed_strictly_) return status_failures;
  std::string message = "interrupted after " + counted(state_.documents, "document");
  if (journal_ != nullptr) {
    message += "; the same command goes on from there";
  } else if (!plan_.output_path.empty()) {
    message += "; " + plan_.output_path + " is not written (--resume keeps what is done)";
  }
  complain(message);
  return status_signal + interrupted();
}

bool Report::flush() {
  if (file_.write(text_)) {
    state_.bytes += text_.size();
  } else {
    broken_ = true;
  }
  text_.clear();
  return !broken_;
}

// The output reaches the disk before the journal says so.
bool Report::checkpoint(bool done) {
  state_.done = done;
  broken_ = !file_.sync() || !journal_->add(state_);
  noted_bytes_ = state_.bytes;
  noted_ = std::chrono::steady_clock::now();
  wait_ = std::min(2 * wait_, note_after);
  return !broken_;
}

int Report::status_after_writing() {
  progress_.clear();
  if (file_.closed()) {
    return state_.failures > 0 && !plan_.allow_failures ? status_failures : status_done;
  }
  complain(file_.error() ? *file_.error() : *journal_->error());
  return status_wrong;
}

}  // namespace faktum
