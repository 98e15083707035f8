#include "values/currency.hpp"

#include <unicode/locid.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "text/characters.hpp"
#include "text/currency_names.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

using CodeTable = std::map<std::string, std::string, std::less<>>;

// As folded() has them. First what news says most, so that CLDR is not read for it; then what
// German news writes and CLDR's German locale lacks or leaves ambiguous.
constexpr auto usual_names = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"euro", "EUR"},
    {"dollar", "USD"},
    {"usdollar", "USD"},
    {"€", "EUR"},
    {"$", "USD"},
    {"eur", "EUR"},
    {"usd", "USD"},
    {"yuan", "CNY"},
    {"yen", "JPY"},
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
    {"sfr.", "CHF"},
    {"ct", "EUR"},
    {"saudiriyal", "SAR"},
    {"saudischriyal", "SAR"},
    {"reai", "BRL"},  // Reais without what looks like a genitive
    {"griwna", "UAH"},
    {"₽", "RUB"},
    {"₺", "TRY"},
    {"shekel", "ILS"},
    {"hrywna", "UAH"},
    {"lei", "RON"},
    {"lewa", "BGN"},
    {"uscent", "USD"},
    {"cent", "EUR"},
    {"eurocent", "EUR"},
    {"ös", "ATS"},
    {"gulden", "NLG"},  // as others, too, but those are named with their country
    {"escudo", "PTE"},
    {"peseta", "ESP"},
    {"peseten", "ESP"},
    {"finnmark", "FIM"},
    {"denar", "MKD"},
    {"cfafranc", "XOF"},
    {"newtaiwandollar", "TWD"},
});

// A country and its currency, as without_umlauts() writes them: {"kenia", "schilling", "KES"}.
struct Nation {
  std::string country;
  std::string noun;
  std::string currency;
};

constexpr std::size_t shortest_stem = 4;

// Cuts the ending of an inflected adjective: "kanadischer" -> "kanadisch", "neue" -> "neu".
void cut_adjective_ending(std::string& word) {
  for (const std::string_view ending : {"er", "en", "es", "em", "e"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = std::string_view(word).substr(0, word.size() - ending.size());
    if (stem.ends_with("sch") || stem == "neu") {
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

void add_currency(const std::string& code, Names& names) {
  names.whole.emplace(folded(code), code);
  for (const CurrencyName number : {CurrencyName::one, CurrencyName::other}) {
    if (const std::string name = currency_name(code, number); !name.empty()) {
      add_name(name, code, names);
    }
  }
  const std::string symbol = currency_name(code, CurrencyName::symbol);
  if (!symbol.empty()) names.whole.emplace(folded(symbol), code);
}

CodeTable load_codes() {
  Names names;
  for (const auto& [name, code] : usual_names) names.whole.emplace(name, code);  // by last word
  // Currencies in use come first, so that a past one never takes their name.
  for (const CurrencyAge age : {CurrencyAge::in_use, CurrencyAge::past}) {
    for (const std::string& code : currency_codes(age)) add_currency(code, names);
    // A noun of one currency only stands for it: Forint, Baht, Schekel.
    for (const auto& [word, code] : names.last_words) {
      if (!code.empty()) names.whole.emplace(word, code);
    }
  }
  return std::move(names.whole);
}

// The last word of a currency's name, folded: "schilling" of "Kenia-Schilling".
std::string last_part(const std::string& name) {
  std::string word;
  folded(name, &word);
  return word;
}

// Without umlauts, which German adjectives add: Neuseeland, neuseeländisch.
std::string without_umlauts(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, size, valid] = utf8_sequence(text, at);
    if (c == U'ä') {
      out += 'a';
    } else if (c == U'ö') {
      out += 'o';
    } else if (c == U'ü') {
      out += 'u';
    } else {
      out.append(text, at, size);
    }
    at += size;
  }
  return out;
}

std::vector<Nation> load_nations() {
  std::vector<Nation> out;
  for (const char* const* country = uloc_getISOCountries(); *country != nullptr; ++country) {
    const std::string locale = std::string("de_") + *country;
    std::array<UChar, 4> code{};
    UErrorCode status = U_ZERO_ERROR;
    ucurr_forLocale(locale.c_str(), code.data(), static_cast<std::int32_t>(code.size()), &status);
    if (U_FAILURE(status)) continue;
    icu::UnicodeString name;
    icu::Locale("de", *country).getDisplayCountry(icu::Locale("de"), name);
    std::string utf8;
    name.toUTF8String(utf8);
    const std::string currency = to_utf8(code.data(), 3);
    const std::string unit = currency_name(currency, CurrencyName::one);
    if (unit.empty()) continue;
    out.push_back({without_umlauts(lower_in_place(utf8)), last_part(unit), currency});
  }
  return out;
}

// "kenianische Schilling": CLDR says Kenia-Schilling. The country's name and its adjective begin
// alike, and its currency has the noun.
std::optional<std::string_view> national_code(std::string_view name, std::string_view noun) {
  static const std::vector<Nation> nations = load_nations();
  const auto end = name.find("isch");
  if (end == std::string_view::npos || end < shortest_stem) return std::nullopt;
  const std::string stem = without_umlauts(name.substr(0, end));
  const Nation* found = nullptr;
  std::size_t longest = shortest_stem - 1;
  for (const Nation& nation : nations) {
    if (!noun.starts_with(nation.noun)) continue;
    const auto [a, b] =
        std::mismatch(stem.begin(), stem.end(), nation.country.begin(), nation.country.end());
    const auto common = static_cast<std::size_t>(a - stem.begin());
    if (common > longest && common + 3 >= stem.size()) {
      longest = common;
      found = &nation;
    }
  }
  if (found == nullptr) return std::nullopt;
  return found->currency;
}

}  // namespace

std::optional<std::string_view> currency_code(std::string_view text) {
  std::string last_word;
  const std::string name = folded(text, &last_word);
  for (const auto& [usual, code] : usual_names) {
    if (usual == name) return code;
  }
  static const CodeTable codes = load_codes();
  auto it = codes.find(name);
  if (it == codes.end()) {
    if (const auto code = national_code(name, last_word)) return code;
  }
  if (it == codes.end()) it = codes.find(last_word);
  if (it == codes.end()) return std::nullopt;
  return it->second;
}

}  // namespace faktum
