#include "input/interruption.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace faktum {
namespace {

std::atomic<int> caught = 0;
static_assert(std::atomic<int>::is_always_lock_free);  // so that a signal handler may write it

// Readable once a signal came: it may reach another thread than the one that waits.
std::array<int, 2> wake = {-1, -1};

std::array<int, 2> handled = {};  // signals that are not ignored

void note(int signal) {
  const int error = errno;
  caught = signal;
  for (const int other : handled) {
    if (other != 0) std::signal(other, SIG_DFL);
  }
  [[maybe_unused]] const ssize_t written = ::write(wake[1], "", 1);
  errno = error;
}

}  // namespace

void catch_interruptions() {
  if (::pipe2(wake.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
  struct sigaction action {};
  action.sa_handler = note;
  std::size_t count = 0;
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (before.sa_handler != SIG_IGN) handled[count++] = signal;  // nohup and the like
  }
  for (std::size_t i = 0; i < count; ++i) ::sigaction(handled[i], &action, nullptr);
}

int interrupted() { return caught; }

bool wait_for_input(int descriptor) {
  std::array<pollfd, 2> waiting = {{{descriptor, POLLIN, 0}, {wake[0], POLLIN, 0}}};
  while (caught == 0) {
    if (::poll(waiting.data(), waiting.size(), -1) >= 0) return caught == 0;
    if (errno != EINTR) return true;  // read() will say what is wrong
  }
  return false;
}

}  // namespace faktum
