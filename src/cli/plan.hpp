// What a command line means: every name resolved, every default filled in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/shard.hpp"
#include "faktum/error.hpp"
#include "faktum/rule_set.hpp"
#include "input/input_options.hpp"
#include "input/paths.hpp"
#include "output/writer.hpp"

namespace faktum {

// What the surroundings say, looked up once by main().
struct Surroundings {
  bool terminal = false;          // standard output is one
  bool message_terminal = false;  // standard error is one
  bool no_colour = false;         // the variable NO_COLOR is set (no-color.org)
  std::size_t width = 100;        // columns of the terminal
  bool typed_input = false;       // standard input is a terminal
  std::size_t cores = 1;
};

struct RuleOptions {
  std::vector<std::string> paths;
  std::vector<std::string> kinds;
  bool builtin = true;
  bool prefilter = true;
  bool examples = false;
};

enum class Show : std::uint8_t { automatic, always, never };

struct Plan {
  Command command = Command::extract;
  std::vector<std::string> paths;
  std::optional<PathList> files_from;
  bool awaits_typing = false;  // no path given, and standard input is a terminal: worth a word
  RuleOptions rules;
  InputOptions input;
  OutputOptions output;
  std::string output_path;  // empty: standard output
  std::size_t jobs = 1;
  bool allow_failures = false;
  bool strict = false;
  Show progress = Show::automatic;
  bool live_progress = false;  // on a terminal that the output does not fill
  std::string journal;         // empty: no --resume
  Shard shard;
  std::vector<std::pair<std::string, std::vector<std::string>>> given;  // as in Flags
  std::string rule_name;                                                // rules show
  bool list_errors = false;                                             // score
  std::string at;       // explain: an offset in code points or a string; empty: all
  std::string only_id;  // explain: of the document; empty: all
  bool json = false;    // score, explain
};

// Errors have the code usage.
[[nodiscard]] Result<Plan> resolve(const Flags&, const Surroundings&);

[[nodiscard]] Result<RuleSet> build_rules(const RuleOptions&);

}  // namespace faktum
