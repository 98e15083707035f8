#include "values/currency.hpp"

#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

using CodeTable = std::map<std::string, std::string, std::less<>>;

// What German news writes and CLDR's German locale lacks or leaves ambiguous, as folded() has it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 34> usual_names = {{
    {"dollar", "USD"},
    {"us$", "USD"},
    {"amerikanischdollar", "USD"},
    {"taiwandollar", "TWD"},
    {"ntdollar", "TWD"},
    {"hkdollar", "HKD"},
    {"a$", "AUD"},
    {"c$", "CAD"},
    {"can$", "CAD"},
    {"s$", "SGD"},
    {"pfund", "GBP"},
    {"pfundsterling", "GBP"},
    {"franken", "CHF"},
    {"sfr", "CHF"},
    {"rmb", "CNY"},
    {"renminbi", "CNY"},
    {"won", "KRW"},
    {"¥", "JPY"},
    {"rupie", "INR"},
    {"rupien", "INR"},
    {"rubel", "RUB"},
    {"lira", "TRY"},
    {"mark", "DEM"},
    {"dmark", "DEM"},
    {"dm", "DEM"},
    {"schilling", "ATS"},
    {"dirham", "AED"},
    {"koreanischwon", "KRW"},
    {"fr.", "CHF"},
    {"saudiriyal", "SAR"},
    {"reais", "BRL"},
    {"griwna", "UAH"},
    {"₽", "RUB"},
    {"₺", "TRY"},
}};

// Cuts the ending of an inflected adjective: "kanadischer" -> "kanadisch", "neue" -> "neu".
void cut_adjective_ending(std::string& word) {
  for (const std::string_view ending : {"er", "en", "es", "em", "e"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = std::string_view(word).substr(0, word.size() - ending.size());
    if (stem.ends_with("isch") || stem == "neu") {
      word.resize(stem.size());
      return;
    }
  }
}

// Small letters; words without spaces and hyphens, adjectives and genitives without endings.
// `last_word` gets the last of the words.
std::string folded(std::string_view text, std::string* last_word = nullptr) {
  const std::string lower = lower_in_place(text);
  std::string out;
  std::string word;
  const auto close_word = [&](bool last) {
    cut_adjective_ending(word);
    if (last && word.size() > 4 && word.ends_with('s')) word.pop_back();  // "Dollars"
    if (last && last_word != nullptr) *last_word = word;
    out += word;
    word.clear();
  };
  for (std::size_t at = 0; at < lower.size();) {
    const auto [c, size, valid] = utf8_sequence(lower, at);
    const bool hyphen = c == U'-' || c == U'\u2010' || c == U'\u2011';
    if (hyphen || is_space(c)) {
      close_word(false);
    } else if (c == U'ł') {
      word += 'l';
    } else {
      word.append(lower, at, size);
    }
    at += size;
  }
  close_word(true);
  return out;
}

std::string to_utf8(const UChar* text, std::int32_t size) {
  std::string out;
  icu::UnicodeString(false, text, size).toUTF8String(out);
  return out;
}

struct Names {
  CodeTable whole;
  std::map<std::string, std::string> last_words;  // an empty code where several share the word
};

void add_name(const std::string& name, const std::string& code, Names& names) {
  std::string last_word;
  names.whole.emplace(folded(name, &last_word), code);
  const auto [it, added] = names.last_words.emplace(last_word, code);
  if (!added && it->second != code) it->second.clear();
}

void add_currency(const char* code, Names& names) {
  const icu::UnicodeString wide(code, -1, US_INV);
  const std::string iso = code;
  UBool choice = false;
  std::int32_t size = 0;
  names.whole.emplace(folded(iso), iso);
  for (const char* plural : {"one", "other"}) {
    UErrorCode status = U_ZERO_ERROR;
    const UChar* name = ucurr_getPluralName(icu::UnicodeString(wide).getTerminatedBuffer(), "de",
                                            &choice, plural, &size, &status);
    if (U_SUCCESS(status)) add_name(to_utf8(name, size), iso, names);
  }
  UErrorCode status = U_ZERO_ERROR;
  const UChar* symbol = ucurr_getName(icu::UnicodeString(wide).getTerminatedBuffer(), "de",
                                      UCURR_SYMBOL_NAME, &choice, &size, &status);
  if (U_SUCCESS(status)) names.whole.emplace(folded(to_utf8(symbol, size)), iso);
}

CodeTable load_codes() {
  Names names;
  for (const auto& [name, code] : usual_names) names.whole.emplace(name, code);
  // Currencies in use come first, so that a past one never takes their name.
  for (const UCurrCurrencyType age : {UCURR_NON_DEPRECATED, UCURR_DEPRECATED}) {
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration* codes =
        ucurr_openISOCurrencies(static_cast<std::uint32_t>(UCURR_COMMON | age), &status);
    while (const char* code = uenum_next(codes, nullptr, &status)) add_currency(code, names);
    uenum_close(codes);
    // A noun of one currency only stands for it: Forint, Baht, Schekel.
    for (const auto& [word, code] : names.last_words) {
      if (!code.empty()) names.whole.emplace(word, code);
    }
  }
  return std::move(names.whole);
}

}  // namespace

std::optional<std::string_view> currency_code(std::string_view text) {
  static const CodeTable codes = load_codes();
  std::string last_word;
  const std::string name = folded(text, &last_word);
  auto it = codes.find(name);
  if (it == codes.end()) it = codes.find(last_word);
  if (it == codes.end()) return std::nullopt;
  return it->second;
}

}  // namespace faktum
