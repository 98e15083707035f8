#include "cli/profile_command.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <numeric>
#include <string>
#include <vector>

#include "api/profile.hpp"
#include "cli/each_document.hpp"
#include "cli/messages.hpp"
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

// With `only_wanted` rules of kinds that are not asked for are left out.
std::string table(const CompiledRules& rules, const Profiler& profile, bool only_wanted) {
  std::vector<std::uint32_t> order(rules.rules.size());
  std::iota(order.begin(), order.end(), 0U);
  if (only_wanted) std::erase_if(order, [&](std::uint32_t rule) { return !rules.wanted[rule]; });
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
  const std::string_view rest = only_wanted ? "(all else)" : "(prefilter, lists, sentences)";
  text.append(rest).append(std::string(width + 42 - rest.size(), ' ')) += shares(all - of_rules);
  text += counted(profile.documents(), "document") + ", " + decimal(megabytes, "%.3f MB\n");
  return text;
}

}  // namespace

int run_rules_profile(const Plan& plan) {
  const auto rules = build_rules(plan.rules);
  if (!rules) {
    complain(rules.errors());
    return status_wrong;
  }
  Profiler profiler(rules.value());
  const int status = each_document(plan, [&](const Document& document) {
    profiler.add(document);
    return true;
  });
  if (status == status_wrong) return status;
  return print(table(rules.value().compiled(), profiler, !plan.rules.kinds.empty()), status);
}

}  // namespace faktum
