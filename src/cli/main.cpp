// The program: reads the command line, runs the command, returns its exit status.
#include <fcntl.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <thread>

#include "cli/arguments.hpp"
#include "cli/explain_command.hpp"
#include "cli/extract_command.hpp"
#include "cli/messages.hpp"
#include "cli/plan.hpp"
#include "cli/profile_command.hpp"
#include "cli/rules_command.hpp"
#include "cli/score_command.hpp"
#include "output/schema.hpp"

namespace faktum {
namespace {

Surroundings look_around() {
  Surroundings around;
  around.cores = std::max(1U, std::thread::hardware_concurrency());
  around.terminal = ::isatty(STDOUT_FILENO) == 1;
  around.message_terminal = ::isatty(STDERR_FILENO) == 1;
  around.typed_input = ::isatty(STDIN_FILENO) == 1;
  const char* no_colour = std::getenv("NO_COLOR");
  around.no_colour = no_colour != nullptr && *no_colour != '\0';
  winsize size{};
  if (around.terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    around.width = size.ws_col;
  }
  return around;
}

// Else the next file to be opened would take the place of a stream that is closed ("2>&-"), and
// messages would end up in it. Reading and writing fail as they do on a closed one.
void keep_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    ::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

// Memory that a large document leaves serves the next one, instead of going back to the system,
// which would have to clear each page of it again.
void keep_memory() {
#ifdef __GLIBC__
  constexpr int largest_kept = 32 << 20;  // the most that glibc allows
  mallopt(M_MMAP_THRESHOLD, largest_kept);
  mallopt(M_TRIM_THRESHOLD, 2 * largest_kept);
#endif
}

int run(int argc, const char* const* argv) {
  const auto parsed = parse_arguments(argc, argv);
  if (const auto* farewell = std::get_if<Farewell>(&parsed)) {
    if (!farewell->message.empty()) complain(farewell->message);
    return print(farewell->output, farewell->status);
  }
  const auto plan = resolve(std::get<Flags>(parsed), look_around());
  if (!plan) {
    complain(plan.errors());
    return status_wrong;
  }
  switch (plan.value().command) {
    case Command::extract:
      return run_extract(plan.value());
    case Command::explain:
      return run_explain(plan.value());
    case Command::score:
      return run_score(plan.value());
    case Command::schema:
      return print(output_schema());
    case Command::rules_list:
      return run_rules_list(plan.value());
    case Command::rules_show:
      return run_rules_show(plan.value());
    case Command::rules_check:
      return run_rules_check(plan.value());
    case Command::rules_test:
      return run_rules_test(plan.value());
    case Command::rules_profile:
      return run_rules_profile(plan.value());
  }
  return status_wrong;
}

}  // namespace
}  // namespace faktum

int main(int argc, char** argv) {
  faktum::keep_memory();
  faktum::keep_standard_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), which ends us silently
  try {
    return faktum::run(argc, argv);
  } catch (const std::bad_alloc&) {
    faktum::complain("there is not enough memory; try --jobs 1 or a smaller --max-document-size");
  } catch (const std::exception& error) {
    faktum::complain(std::string("this should not happen: ") + error.what());
  }
  return faktum::status_wrong;
}
