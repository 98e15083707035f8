#include "values/value_builder.hpp"

namespace faktum {
namespace {

std::optional<std::string> said(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

}  // namespace

std::optional<Value> build_company(const RuleMatch& match, const ValueContext&) {
  const std::string_view name = match.group("name");
  if (name.empty()) return std::nullopt;
  return CompanyValue{std::string(name), said(match.group("country")), said(match.group("ticker"))};
}

}  // namespace faktum
