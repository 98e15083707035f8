#include "cli/messages.hpp"

#include <algorithm>
#include <cstdio>
#include <string>

#include "cli/output_file.hpp"

namespace faktum {

void complain(std::string_view message) {
  std::string line = "faktum: " + std::string(message) + "\n";
  // The name of a file in an archive shall not steer the terminal.
  const auto is_control = [](unsigned char c) {
    return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
  };
  std::replace_if(line.begin(), line.end(), is_control, '?');
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void complain(const Error& error) {
  complain(error.code == "usage" ? error.message : error.to_string());
}

void complain(const Errors& errors) {
  for (const Error& error : errors) complain(error);
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

int print(std::string_view text, int status) {
  auto output = OutputFile::open("");
  if (output.value().write(text) || output.value().closed()) return status;
  complain(*output.value().error());
  return status_wrong;
}

}  // namespace faktum
