// German and English number notation, and number words.
#pragma once

#include <optional>
#include <string_view>

namespace faktum {

// A decimal number kept exact until the end: 1,516 Mrd. is 1516 * 10^6, never 1.516 * 10^9.
struct Decimal {
  long long digits = 0;  // significand with its sign
  int exponent = 0;      // power of ten

  [[nodiscard]] double to_double() const;  // the nearest double
  [[nodiscard]] Decimal scaled(int powers_of_ten) const {
    return {digits, exponent + powers_of_ten};
  }
  friend bool operator==(const Decimal&, const Decimal&) = default;
};

// What a single comma before exactly three digits means: thousands (30,000 US-Dollar), or the
// German decimal sign. It is the latter before a scale and in percentages, where English thousands
// do not occur: 1,516 Mrd. Dollar, 3,125 Prozent.
enum class Comma { by_digits, decimal };

// "1.500", "1,5", "1.5", "1,500.00", "1.500,00", "30,000", "40 000", "1'500", "-0,1", "+4,7",
// "20,-", "zwei", "eineinhalb", "anderthalb", "halben", "einer halben", "hundertfünfzig",
// "zweitausend", "Fünf-und-zwanzig".
// A separator followed by exactly three digits groups thousands (30,000 is 30000; 1.500 is 1500;
// but 0,125 and 0.125 are an eighth); otherwise it is the decimal sign.
// Nothing where the text is no number or does not fit. Thread-safe.
[[nodiscard]] std::optional<Decimal> parse_number(std::string_view text,
                                                  Comma comma = Comma::by_digits);

// "Millionen", "Mio.", "Mrd", "Billion", "bn", "Tsd.", "tausend" -> 6, 6, 9, 12, 9, 3, 3;
// "Cent" -> -2.
// German long scale: Billion is 12. Only "billion" and "trillion" in small letters and without a
// German ending are English (9 and 12).
[[nodiscard]] std::optional<int> scale_exponent(std::string_view word);

}  // namespace faktum
