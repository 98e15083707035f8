#include "match/templates.hpp"

namespace faktum {
namespace {

void append(std::string_view text, bool upper, std::string& out) {
  for (const char c : text) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
}

// Calls `plain(text)` for what lies between groups, and `group(name, whether in capitals)`.
template <typename Plain, typename Group>
void cut_template(std::string_view text, Plain plain, Group group) {
  constexpr std::string_view upper = ":upper";
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    plain(text.substr(0, close == std::string_view::npos ? close : open));
    if (close == std::string_view::npos) return;
    std::string_view name = text.substr(open + 1, close - open - 1);
    const bool in_capitals = name.ends_with(upper);
    if (in_capitals) name.remove_suffix(upper.size());
    group(name, in_capitals);
    text.remove_prefix(close + 1);
  }
}

}  // namespace

std::string fill_template(std::string_view text, const RuleMatch& match) {
  std::string out;
  cut_template(
      text, [&](std::string_view plain) { append(plain, false, out); },
      [&](std::string_view name, bool upper) { append(match.group(name), upper, out); });
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<std::string_view> names_in_template(std::string_view text) {
  std::vector<std::string_view> names;
  cut_template(
      text, [](std::string_view) {}, [&](std::string_view name, bool) { names.push_back(name); });
  return names;
}

}  // namespace faktum
