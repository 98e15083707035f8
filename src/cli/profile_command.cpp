#include "cli/profile_command.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <numeric>
#include <string>
#include <vector>

#include "api/profile.hpp"
#include "cli/messages.hpp"
#include "input/document_source.hpp"
#include "input/parse_document.hpp"
#include "rules/compiled_rules.hpp"

namespace faktum {
namespace {

std::string decimal(double number, const char* format) {
  char text[32];
  std::snprintf(text, sizeof text, format, number);
  return text;
}

std::string right(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

std::string table(const CompiledRules& rules, const Profiler& profile) {
  std::vector<std::uint32_t> order(rules.rules.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return profile.rules()[a].time > profile.rules()[b].time;
  });
  std::size_t width = 4;
  for (const Rule& rule : rules.rules) width = std::max(width, rule.spec.name.size());

  std::string text = "rule" + std::string(width - 4, ' ') +
                     "     tried  candidates  verified     facts     us/MB   share\n";
  const double megabytes = static_cast<double>(std::max<std::size_t>(profile.bytes(), 1)) / 1e6;
  const auto all = static_cast<double>(profile.time().count());
  const auto shares = [&](double nanoseconds) {
    return right(decimal(nanoseconds / 1e3 / megabytes, "%.0f"), 10) +
           right(decimal(100 * nanoseconds / std::max(all, 1.0), "%.1f %%"), 8) + "\n";
  };
  double of_rules = 0;
  for (const std::uint32_t index : order) {
    const RuleCost& cost = profile.rules()[index];
    const auto time = static_cast<double>(cost.time.count());
    if (time == 0) continue;
    of_rules += time;
    const std::string& name = rules.rules[index].spec.name;
    text += name + std::string(width - name.size(), ' ') + right(std::to_string(cost.tried), 10) +
            right(std::to_string(cost.candidates), 12) + right(std::to_string(cost.verified), 10) +
            right(std::to_string(cost.facts), 10) + shares(time);
  }
  text +=
      "(prefilter, lists, sentences)" + std::string(width + 42 - 29, ' ') + shares(all - of_rules);
  text += std::to_string(profile.documents()) +
          (profile.documents() == 1 ? " document, " : " documents, ") +
          decimal(megabytes, "%.3f MB\n");
  return text;
}

}  // namespace

int run_rules_profile(const Plan& plan) {
  const auto rules = build_rules(plan.rules);
  if (!rules) {
    complain(rules.errors());
    return status_wrong;
  }
  if (plan.awaits_typing) complain("reading standard input; --help says what else there is");
  Profiler profiler(rules.value());
  int status = status_done;
  auto paths = Paths::open(plan.paths, plan.files_from);
  if (!paths) {
    complain(paths.errors());
    return status_wrong;
  }
  DocumentSource source(std::move(paths).value(), plan.input);
  for (RawDocument raw; source.next(raw);) {
    const Input input = parse_document(raw, plan.input);
    for (const std::string& warning : input.warnings) complain(warning);
    if (input.error) {
      complain(*input.error);
      status = status_failures;
    } else {
      profiler.add(input.document);
    }
  }
  for (const std::string& warning : source.warnings()) complain(warning);
  return print(table(rules.value().compiled(), profiler), status);
}

}  // namespace faktum
