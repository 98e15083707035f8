#include "match/templates.hpp"

namespace faktum {
namespace {

void append(std::string_view text, bool upper, std::string& out) {
  for (const char c : text) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
}

}  // namespace

std::string fill_template(std::string_view text, const RuleMatch& match) {
  constexpr std::string_view upper = ":upper";
  std::string out;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
    append(text.substr(0, close == std::string_view::npos ? close : open), false, out);
    if (close == std::string_view::npos) break;
    std::string_view name = text.substr(open + 1, close - open - 1);
    const bool in_capitals = name.ends_with(upper);
    if (in_capitals) name.remove_suffix(upper.size());
    append(match.group(name), in_capitals, out);
    text.remove_prefix(close + 1);
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace faktum
