// A process from start to end: faktum_measure COMMAND [ARGUMENT...]
//
// Prints {"status":…,"wall":…,"user":…,"system":…,"peak":…}, times in seconds, memory in bytes. The
// command's output goes to /dev/null. A small program does this because Linux counts as the peak
// memory of a process what its parent held when it was made.

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstring>

namespace {

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: faktum_measure COMMAND [ARGUMENT...]\n", stderr);
    return 2;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);

  const auto begin = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (const int failure = posix_spawnp(&child, argv[1], &actions, nullptr, argv + 1, environ)) {
    std::fprintf(stderr, "faktum_measure: %s: %s\n", argv[1], std::strerror(failure));
    return 2;
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - begin;
  posix_spawn_file_actions_destroy(&actions);

  std::printf("{\"status\":%d,\"wall\":%.6f,\"user\":%.6f,\"system\":%.6f,\"peak\":%ld}\n",
              WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), wall.count(),
              seconds(usage.ru_utime), seconds(usage.ru_stime), usage.ru_maxrss * 1024);
  return 0;
}
