// What was typed on the command line, not yet what it means: see plan.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace faktum {

enum class Command : std::uint8_t {
  extract,
  explain,
  rules_list,
  rules_show,
  rules_check,
  rules_test,
  rules_profile,
  score,
  schema
};

struct Flags {
  Command command = Command::extract;
  std::vector<std::string> paths;  // articles, gold files or rule files, as the command says
  std::string rule_name;           // rules show
  std::string at;                  // explain: an offset or a quoted string
  std::string only_id;             // explain
  std::vector<std::string> kinds;
  std::vector<std::string> rules;
  bool no_builtin = false;
  bool no_prefilter = false;
  std::string date;
  std::string format = "auto";
  std::string output;
  int jobs = 0;
  std::string input_format = "auto";
  std::string encoding = "auto";
  std::string files_from;
  bool null_separated = false;
  std::string preset;
  std::string id_field, text_field, date_field, title_field;  // empty: as the preset says
  std::string delimiter;
  std::string quote = "\"";
  bool no_header = false;
  std::string max_document_size = "64M";
  bool keep_fields = false;
  bool context = false;
  bool with_text = false;
  std::string offsets = "codepoint";
  bool allow_failures = false;
  bool strict = false;
  std::string progress = "auto";
  std::string journal;  // --resume
  std::string shard;
  // What was given of all that says what the output holds: option and values, in a fixed order.
  std::vector<std::pair<std::string, std::vector<std::string>>> given;
  bool list_errors = false;  // score --errors
};

// The command line asked for nothing to be done: help, the version, or a usage error (status 2).
struct Farewell {
  int status = 0;
  std::string output;   // for standard output
  std::string message;  // for standard error, without prefix
};

[[nodiscard]] std::variant<Flags, Farewell> parse_arguments(int argc, const char* const* argv);

}  // namespace faktum
