#include "cli/extract_command.hpp"

#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "cli/journal.hpp"
#include "cli/messages.hpp"
#include "cli/output_file.hpp"
#include "cli/parcel.hpp"
#include "cli/pipeline.hpp"
#include "cli/progress.hpp"
#include "cli/report.hpp"
#include "input/file_id.hpp"
#include "input/interruption.hpp"

namespace faktum {
namespace {

// 0 where there is no such file.
std::uintmax_t size_of(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

// A journal that does not exist knows nothing of an output that does: perhaps its name is wrong.
std::optional<Error> check_output_of_new_journal(const Plan& plan) {
  if (size_of(plan.journal) > 0 || size_of(plan.output_path) == 0) return std::nullopt;
  return Error{"output.changed",
               "this file holds something, but there is no journal " + plan.journal +
                   "; remove the file or name another",
               {plan.output_path, 0, 0},
               ""};
}

Result<Journal> open_journal(const Plan& plan, const RuleSet& rules) {
  if (auto error = check_output_of_new_journal(plan)) return *error;
  return Journal::open(plan.journal, identity_of(plan, rules));
}

// Reads over what is done; an error where the input is another one than it was.
std::optional<Error> skip_done(const JournalEntry& done, const Plan& plan, ParcelReader& reader) {
  const std::uint64_t skipped = reader.skip(done.read);
  const auto check = reader.check();
  if (interrupted() != 0 || (done.read == 0 && !done.done)) return std::nullopt;
  std::string what;
  if (done.done && skipped == done.read && reader.skip(1) == 1) {
    what = "the input holds more than the " + counted(done.read, "document") + " that are done";
  } else if (skipped < done.read) {
    what = "the input holds " + counted(skipped, "document") + ", fewer than the " +
           std::to_string(done.read) + " that are done";
  } else if (check != done.check) {
    what = "the first " + std::to_string(done.read) + " documents of the input have changed";
  } else {
    return std::nullopt;
  }
  return Error{"journal.other_input",
               what + "; remove journal and output to begin anew",
               {plan.journal, 0, 0},
               ""};
}

int say_done(const Plan& plan, const JournalEntry& done) {
  if (size_of(plan.output_path) < done.bytes) {
    complain(Error{"output.changed",
                   "this file is shorter than the journal says; remove both to begin anew",
                   {plan.output_path, 0, 0},
                   ""});
    return status_wrong;
  }
  complain(plan.output_path + " is complete with " + counted(done.documents, "document") +
           ", says " + plan.journal + "; nothing is left to do");
  return done.failures > 0 && !plan.allow_failures ? status_failures : status_done;
}

int run(const Plan& plan, const RuleSet& rules, Journal* journal) {
  const JournalEntry done = journal == nullptr ? JournalEntry{} : journal->last();
  auto paths = Paths::open(plan.paths, plan.files_from);
  if (!paths) {
    complain(paths.errors());
    return status_wrong;
  }
  DocumentSource source(std::move(paths).value(), plan.input);
  if (plan.output_path.empty()) {
    source.leave_out(file_id(STDOUT_FILENO));
  } else {
    source.leave_out(file_id(plan.output_path));
  }
  if (journal != nullptr) source.leave_out(file_id(plan.journal));
  ParcelReader reader(source, journal != nullptr);
  if (plan.awaits_typing) complain("reading standard input; --help says what else there is");
  if (const auto error = skip_done(done, plan, reader)) {
    complain(*error);
    return status_wrong;
  }
  if (done.done && interrupted() == 0) return say_done(plan, done);
  auto output = journal == nullptr ? OutputFile::open(plan.output_path)
                                   : OutputFile::append(plan.output_path, done.bytes);
  if (!output) {
    complain(output.errors());
    return status_wrong;
  }
  // It was made just now.
  if (journal != nullptr) source.leave_out(file_id(plan.output_path));
  if (interrupted() != 0) return status_signal + interrupted();
  if (done.read > 0 && plan.progress != Show::never) {
    complain("going on after " + counted(done.read, "document") + ", as " + plan.journal + " says");
  }
  Progress progress(plan, shows_progress(plan) ? source.total_bytes() : std::nullopt,
                    source.bytes_read());
  Report report(plan, output.value(), journal, progress);
  if (report.begin()) {
    run_pipeline(
        reader, [&] { return ParcelWorker(plan, rules); }, plan.jobs,
        [&](const Parcel& parcel) { return report.add(parcel); });
    progress.clear();
    for (const std::string& warning : source.warnings()) complain(warning);
  }
  return report.end();
}

}  // namespace

int run_extract(const Plan& plan) {
  catch_interruptions();
  const auto rules = build_rules(plan.rules);
  if (!rules) {
    complain(rules.errors());
    return status_wrong;
  }
  if (plan.journal.empty()) return run(plan, rules.value(), nullptr);
  auto journal = open_journal(plan, rules.value());
  if (!journal) {
    complain(journal.errors());
    return status_wrong;
  }
  return run(plan, rules.value(), &journal.value());
}

}  // namespace faktum
