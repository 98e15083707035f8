// Ctrl-C and SIGTERM: input ends, whatever it waits for.
#pragma once

namespace faktum {

// From now on the first SIGINT or SIGTERM makes interrupted() say so; the second one ends the
// process as usual. For the process; once.
void catch_interruptions();

// The signal that came, or 0. Safe on any thread.
[[nodiscard]] int interrupted();

// Waits until `descriptor` has bytes to read or is at its end; false when a signal came first.
[[nodiscard]] bool wait_for_input(int descriptor);

}  // namespace faktum
