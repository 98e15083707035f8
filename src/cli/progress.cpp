#include "cli/progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "cli/messages.hpp"

namespace faktum {
namespace {

constexpr double redraw_after = 0.1;  // seconds
constexpr double print_after = 2;
constexpr double first_after = 0.5;  // a short run shows nothing

std::string one_digit(double number) {
  const auto tenths = static_cast<std::uint64_t>(std::llround(number * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string megabytes(std::uint64_t bytes) {
  return one_digit(static_cast<double>(bytes) / 1e6) + " MB";
}

std::string speed(std::uint64_t bytes, double seconds) {
  return one_digit(static_cast<double>(bytes) / 1e6 / std::max(seconds, 1e-3)) + " MB/s";
}

// 7 s, 3:05 min, 2:03:05 h
std::string time_left(double seconds) {
  const auto all = static_cast<std::uint64_t>(std::llround(seconds));
  const auto two_digits = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  if (all < 60) return std::to_string(all) + " s left";
  const std::string rest = two_digits(all % 60);
  if (all < 3600) return std::to_string(all / 60) + ":" + rest + " min left";
  return std::to_string(all / 3600) + ":" + two_digits(all / 60 % 60) + ":" + rest + " h left";
}

std::size_t columns() {
  winsize size{};
  const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

void write(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

bool shows_progress(const Plan& plan) {
  return plan.progress == Show::always || (plan.live_progress && plan.progress == Show::automatic);
}

Progress::Progress(const Plan& plan, std::optional<std::uint64_t> total, std::uint64_t read)
    : show_(shows_progress(plan) ? plan.progress : Show::never),
      live_(plan.live_progress),
      total_(total),
      first_read_(read),
      next_(live_ ? first_after : print_after) {}

void Progress::update(const Counts& counts, std::uint64_t read) {
  if (show_ == Show::never || elapsed() < next_) return;
  next_ = elapsed() + (live_ ? redraw_after : print_after);
  if (!live_) return complain(line(counts, read));
  write("\r" + line(counts, read).substr(0, columns() - 1) + "\x1b[K");
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) write("\r\x1b[K");
  drawn_ = false;
}

void Progress::summarise(const Counts& counts) {
  clear();
  if (show_ == Show::never || (show_ == Show::automatic && counts.documents < 2)) return;
  const double seconds = elapsed();
  complain(counted(counts.documents, "document") + ", " + megabytes(counts.bytes) + " in " +
           one_digit(seconds) + " s (" + speed(counts.bytes, seconds) + "), " +
           counted(counts.facts, "fact") + ", " + counted(counts.failures, "failure"));
}

double Progress::elapsed() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

std::string Progress::line(const Counts& counts, std::uint64_t read) const {
  const double seconds = elapsed();
  std::string line = counted(counts.documents, "document") + ", " + megabytes(counts.bytes) + ", " +
                     speed(counts.bytes, seconds) + ", " + counted(counts.facts, "fact") + ", " +
                     counted(counts.failures, "failure");
  if (total_ && read > first_read_ && read <= *total_) {
    const auto done = static_cast<double>(read - first_read_);
    line += ", " + time_left(seconds / done * static_cast<double>(*total_ - read));
  }
  return line;
}

}  // namespace faktum
