#include "cli/plan.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/input_plan.hpp"
#include "cli/named.hpp"

namespace faktum {
namespace {

Result<OutputFormat> output_format(const Flags& flags, bool terminal) {
  const bool listing = terminal && flags.output.empty();
  return named<OutputFormat>("--format", flags.format,
                             {{"auto", listing ? OutputFormat::text : OutputFormat::jsonl},
                              {"json", OutputFormat::json},
                              {"jsonl", OutputFormat::jsonl},
                              {"facts", OutputFormat::facts},
                              {"csv", OutputFormat::csv},
                              {"tsv", OutputFormat::tsv},
                              {"html", OutputFormat::html},
                              {"text", OutputFormat::text}});
}

std::optional<Error> resolve_output(const Flags& flags, const Surroundings& around, Plan& plan) {
  const auto format = output_format(flags, around.terminal);
  if (!format) return format.errors().front();
  const auto offsets = named<OffsetUnit>("--offsets", flags.offsets,
                                         {{"codepoint", OffsetUnit::codepoint},
                                          {"byte", OffsetUnit::byte},
                                          {"utf16", OffsetUnit::utf16}});
  if (!offsets) return offsets.errors().front();
  const bool whole_documents =
      format.value() == OutputFormat::json || format.value() == OutputFormat::jsonl;
  if (!whole_documents && flags.with_text) return usage("--with-text needs --format json or jsonl");
  if (!whole_documents && flags.keep_fields) {
    return usage("--keep-fields needs --format json or jsonl");
  }
  plan.output.format = format.value();
  plan.output.offsets = offsets.value();
  plan.output.context = flags.context;
  plan.output.with_text = flags.with_text;
  plan.output.colour = around.terminal && !around.no_colour && flags.output.empty();
  plan.output.width = around.width;
  plan.output_path = flags.output;
  return std::nullopt;
}

bool is_same_file(const std::string& a, const std::string& b) {
  std::error_code unknown;
  if (std::filesystem::equivalent(a, b, unknown)) return true;
  const auto whole = [&](const std::string& path) {
    return std::filesystem::weakly_canonical(std::filesystem::absolute(path, unknown), unknown);
  };
  return whole(a) == whole(b);
}

// It would be gone, or read while it is written.
std::optional<Error> check_overwriting(const Plan& plan) {
  if (plan.output_path.empty()) return std::nullopt;
  for (const std::string& path : plan.paths) {
    if (path == "-" || !is_same_file(path, plan.output_path)) continue;
    return usage("--output " + plan.output_path + " is an input, too; name another file");
  }
  return std::nullopt;
}

// Standard input can be read once.
std::optional<Error> check_standard_input(const Plan& plan) {
  const auto dash = std::count(plan.paths.begin(), plan.paths.end(), "-");
  if (dash > 1 || (dash == 1 && plan.files_from && plan.files_from->file == "-")) {
    return usage("standard input is named twice; it can be read once");
  }
  return std::nullopt;
}

std::optional<Error> resolve_batch(const Flags& flags, const Surroundings& around, Plan& plan) {
  const auto progress =
      named<Show>("--progress", flags.progress,
                  {{"auto", Show::automatic}, {"always", Show::always}, {"never", Show::never}});
  if (!progress) return progress.errors().front();
  plan.progress = progress.value();
  plan.live_progress = around.message_terminal && !(around.terminal && flags.output.empty());
  plan.given = flags.given;
  if (!flags.shard.empty()) {
    const auto shard = parse_shard(flags.shard);
    if (!shard) {
      return usage("--shard " + flags.shard +
                   " is no share; of N shares the first is 0/N and the last (N-1)/N");
    }
    plan.shard = *shard;
  }
  plan.journal = flags.journal;
  if (plan.journal.empty()) return std::nullopt;
  if (plan.output_path.empty()) return usage("--resume needs --output FILE, where it can go on");
  if (is_same_file(plan.journal, plan.output_path)) {
    return usage("--resume and --output name the same file; a journal is one of its own");
  }
  const OutputFormat format = plan.output.format;
  if (format == OutputFormat::json || format == OutputFormat::html ||
      format == OutputFormat::text) {
    return usage("--resume needs --format jsonl, facts, csv or tsv, which hold a line at a time");
  }
  return std::nullopt;
}

void resolve_rules(const Flags& flags, Plan& plan) {
  plan.rules.paths = flags.rules;
  plan.rules.kinds = flags.kinds;
  plan.rules.builtin = !flags.no_builtin;
  plan.rules.prefilter = !flags.no_prefilter;
  if (flags.command == Command::rules_check || flags.command == Command::rules_test) {
    plan.rules.paths.insert(plan.rules.paths.end(), flags.paths.begin(), flags.paths.end());
  }
}

}  // namespace

Result<Plan> resolve(const Flags& flags, const Surroundings& around) {
  Plan plan;
  plan.command = flags.command;
  plan.paths = flags.paths;
  plan.rule_name = flags.rule_name;
  plan.list_errors = flags.list_errors;
  plan.allow_failures = flags.allow_failures;
  plan.strict = flags.strict;
  resolve_rules(flags, plan);
  if (flags.command == Command::score || flags.command == Command::explain) {
    const auto json =
        named<bool>("--format", flags.format, {{"auto", false}, {"text", false}, {"json", true}});
    if (!json) return json.errors();
    plan.json = json.value();
  }
  if (flags.command == Command::explain) {
    plan.at = flags.at;
    plan.only_id = flags.only_id;
    plan.output.colour = around.terminal && !around.no_colour;
  } else if (flags.command != Command::extract && flags.command != Command::rules_profile) {
    return plan;
  }
  if (!flags.files_from.empty()) {
    plan.files_from = PathList{flags.files_from, flags.null_separated ? '\0' : '\n'};
  } else if (flags.null_separated) {
    return usage("--null needs --files-from");
  }
  if (plan.paths.empty() && !plan.files_from) {
    plan.paths.emplace_back("-");
    plan.awaits_typing = around.typed_input;
  }
  constexpr int most_jobs = 1024;
  if (flags.jobs < 0 || flags.jobs > most_jobs) {
    return usage("--jobs takes a number of threads up to " + std::to_string(most_jobs) +
                 ", 0 for as many as there are cores");
  }
  plan.jobs = flags.jobs > 0 ? static_cast<std::size_t>(flags.jobs) : around.cores;
  if (auto error = check_standard_input(plan)) return *error;
  auto input = resolve_input(flags);
  if (!input) return input.errors();
  plan.input = std::move(input).value();
  if (flags.command != Command::extract) return plan;
  if (auto error = resolve_output(flags, around, plan)) return *error;
  if (auto error = check_overwriting(plan)) return *error;
  if (flags.strict && flags.allow_failures) {
    return usage("--strict and --allow-failures exclude each other");
  }
  if (auto error = resolve_batch(flags, around, plan)) return *error;
  return plan;
}

Result<RuleSet> build_rules(const RuleOptions& options) {
  RuleSetBuilder builder;
  if (options.builtin) builder.builtin();
  std::set<std::string_view> given;  // a path may be named twice: -r my.toml test my.toml
  for (const std::string& path : options.paths) {
    if (given.insert(path).second) builder.path(path);
  }
  if (!options.kinds.empty()) builder.kinds(options.kinds);
  builder.prefilter(options.prefilter);
  builder.examples(options.examples);
  return std::move(builder).build();
}

}  // namespace faktum
