// Standard output and standard error of the commands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "faktum/error.hpp"

namespace faktum {

inline constexpr int status_done = 0;
inline constexpr int status_failures = 1;  // some documents or examples failed
inline constexpr int status_wrong = 2;     // wrong usage or broken rules
inline constexpr int status_signal = 128;  // and the number of the signal that ended it

// "faktum: MESSAGE" on standard error.
void complain(std::string_view message);
void complain(const Error&);
void complain(const Errors&);

// "1 document", "2 documents"
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view noun);

// Writes to standard output; the exit status, also where the reader has gone.
[[nodiscard]] int print(std::string_view text, int status = status_done);

}  // namespace faktum
