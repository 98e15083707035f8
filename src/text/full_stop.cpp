#include "text/full_stop.hpp"

#include <algorithm>
#include <array>

#include "text/abbreviations.hpp"
#include "text/characters.hpp"
#include "text/function_words.hpp"
#include "text/words.hpp"

namespace faktum {
namespace {

enum class Abbreviation { none, never_last, seldom_last, before_number };

Abbreviation find_abbreviation(std::string_view key) {
  if (kNeverLast.contains(key)) return Abbreviation::never_last;
  if (kSeldomLast.contains(key)) return Abbreviation::seldom_last;
  if (kBeforeNumber.contains(key) || key.ends_with("str")) return Abbreviation::before_number;
  return Abbreviation::none;
}

// The abbreviation whose last full stop is at `stop`. Its parts ("i. d. R.", "v.H.") are gathered
// from the back; the longest known abbreviation counts.
Abbreviation abbreviation_before(std::string_view text, std::size_t stop, std::size_t least) {
  constexpr int kMostParts = 4;
  constexpr std::size_t kLongestKey = 16;
  std::array<char, kLongestKey> key{};
  std::size_t begin = key.size();  // the key fills the array from its end
  Abbreviation best = Abbreviation::none;
  std::size_t at = stop;
  for (int parts = 0; parts < kMostParts; ++parts) {
    const std::string_view word = word_before(text, at);
    const std::size_t needed = word.size() + (parts > 0 ? 1 : 0);
    if (word.empty() || needed > begin || at - word.size() < least) break;
    if (parts > 0) key[--begin] = '.';
    begin -= word.size();
    std::copy(word.begin(), word.end(), key.begin() + static_cast<std::ptrdiff_t>(begin));
    const Abbreviation found = find_abbreviation({key.data() + begin, key.size() - begin});
    if (found != Abbreviation::none) best = found;
    if (parts == 0 && best == Abbreviation::none && is_initial(text, at)) {
      best = Abbreviation::seldom_last;
    }
    at = skip_spaces_back(text, at - word.size(), least);
    if (at == least || text[at - 1] != '.') break;
    --at;
  }
  return best;
}

// Whether the digits before `stop` are an ordinal or a day, such that the full stop ends nothing.
bool is_ordinal(std::string_view text, std::size_t stop, std::size_t begin, std::size_t next) {
  std::size_t number = stop;
  while (number > begin && stop - number < 4 && has_digit_at(text, number - 1)) --number;
  const std::size_t digits = stop - number;
  if (digits == 0 || digits > 3) return false;
  // "1. Nvidia": the number of a list's item or of a heading.
  if (number == begin) return true;
  const char before = text[number - 1];
  const std::string_view word = word_at(text, next);
  const bool month = contains_lowered(kMonths, word);
  if (before == '.') return has_digit_at(text, next) || month;  // "30.7. 2024"
  const bool is_decimal = before == ',' && number > begin + 1 && has_digit_at(text, number - 2);
  if (!is_word_begin(text, number) || is_decimal) return false;
  if (digits <= 2 && month) return true;
  if (has_digit_at(text, next)) {  // "30. 7. 2024", "7. 2024" after a day
    const std::size_t end = digits_end(text, next);
    const std::size_t previous = skip_spaces_back(text, number, begin);
    const bool day_before =
        previous > begin + 1 && text[previous - 1] == '.' && has_digit_at(text, previous - 2);
    return digits <= 2 && ((end - next <= 2 && end < text.size() && text[end] == '.') ||
                           (day_before && (end - next == 2 || end - next == 4)));
  }
  if (opens_sentence(text, next)) return false;
  if (contains_lowered(kAfterOrdinal, word)) return true;
  const std::string_view governor = word_before(text, skip_spaces_back(text, number, begin));
  return contains_lowered(kBeforeOrdinal, governor);
}

}  // namespace

bool full_stop_ends(std::string_view text, std::size_t stop, std::size_t begin, std::size_t next) {
  if (stop > begin && has_digit_at(text, stop - 1)) return !is_ordinal(text, stop, begin, next);
  switch (abbreviation_before(text, stop, begin)) {
    case Abbreviation::never_last:
      return false;
    case Abbreviation::seldom_last:
      return opens_sentence(text, next);
    case Abbreviation::before_number:
      return !has_digit_at(text, next);
    case Abbreviation::none:
      break;
  }
  return true;
}

}  // namespace faktum
