#include "values/amount.hpp"

#include <string_view>
#include <utility>

namespace faktum {
namespace {

std::optional<double> scaled_number(std::string_view number, std::string_view scale, Comma comma) {
  const int powers_of_ten = scale_exponent(scale).value_or(0);
  // "30,000 Tausend" says nobody, but "1,516 Mrd." many.
  const auto decimal = parse_number(number, powers_of_ten > 0 ? Comma::decimal : comma);
  if (!decimal) return std::nullopt;
  return decimal->scaled(powers_of_ten).to_double();
}

// "12 Euro 50", "drei Dollar und zehn Cent": whole units and up to 99 hundredths.
std::optional<double> with_cents(double whole, std::string_view text) {
  const auto cents = parse_number(text);
  constexpr double most_whole = 1e15;
  if (!cents || cents->exponent != 0 || cents->digits < 0 || cents->digits > 99 ||
      whole > most_whole) {
    return std::nullopt;
  }
  return Decimal{static_cast<long long>(whole) * 100 + cents->digits, -2}.to_double();
}

}  // namespace

std::optional<Amount> read_amount(const RuleMatch& match, Comma comma) {
  const std::string_view scale = match.group("scale");
  Amount out;
  if (const std::string_view number = match.group("number"); !number.empty()) {
    out.number = scaled_number(number, scale, comma);
    if (const std::string_view cents = match.group("cents"); out.number && !cents.empty()) {
      out.number = with_cents(*out.number, cents);
    }
    return out.number ? std::optional<Amount>(out) : std::nullopt;
  }
  std::string_view min_scale = match.group("min_scale");
  if (min_scale.empty() && match.group("min_currency").empty()) min_scale = scale;
  out.min = scaled_number(match.group("min"), min_scale, comma);
  out.max = scaled_number(match.group("max"), scale, comma);
  if (!out.min || !out.max) return std::nullopt;
  if (*out.min > *out.max && match.group("min_scale").empty() && !scale.empty()) {
    // "500.000 bis 1 Mio."
    out.min = scaled_number(match.group("min"), "", comma);
  }
  if (!out.min || (*out.min > *out.max && *out.max >= 0)) return std::nullopt;
  if (*out.min > *out.max) std::swap(out.min, out.max);
  return out;
}

}  // namespace faktum
