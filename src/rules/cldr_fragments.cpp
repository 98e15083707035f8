#include "rules/cldr_fragments.hpp"

#include <set>

#include "text/currency_names.hpp"
#include "text/re2.hpp"
#include "text/utf8.hpp"

namespace faktum {
namespace {

// "Kroatische" -> "(?i:K)roatische[mnrs]?", as it stands in a sentence.
std::string adjective_pattern(std::string_view word) {
  for (const std::string_view ending : {"er", "es", "e"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (!stem.ends_with("sch") && !stem.ends_with("eu")) continue;
    const std::size_t first = utf8_sequence(stem, 0).size;
    return "(?i:" + std::string(stem.substr(0, first)) + ")" +
           RE2::QuoteMeta(piece(stem.substr(first))) + "e[mnrs]?";
  }
  return RE2::QuoteMeta(piece(word));
}

std::string name_pattern(std::string_view name) {
  std::string pattern;
  for (std::size_t space = name.find(' '); space != name.npos; space = name.find(' ')) {
    pattern += adjective_pattern(name.substr(0, space)) + "[\\s\\x{A0}\\x{202F}]";
    name.remove_prefix(space + 1);
  }
  return pattern + RE2::QuoteMeta(piece(name)) + "s?";
}

std::string one_of(const std::set<std::string>& patterns) {
  std::string joined;
  for (const std::string& pattern : patterns) joined += (joined.empty() ? "" : "|") + pattern;
  return joined;
}

std::map<std::string, std::string> make_fragments() {
  std::set<std::string> in_use;
  std::set<std::string> past;
  std::set<std::string> codes;
  const std::set<std::string> words{"ALL", "AMD", "BAM", "BOB", "COP", "CUP",
                                    "GEL", "MAD", "MOP", "PEN", "SOS", "TOP"};
  for (const CurrencyAge age : {CurrencyAge::in_use, CurrencyAge::past}) {
    std::set<std::string>& names = age == CurrencyAge::in_use ? in_use : past;
    for (const std::string& code : currency_codes(age)) {
      if (age == CurrencyAge::in_use && !words.contains(code)) codes.insert(code);
      // News has the US-Dollar in every sentence: rules for what is rare must not wait for it.
      if (code == "USD") continue;
      for (const CurrencyName number : {CurrencyName::one, CurrencyName::other}) {
        const std::string name = currency_name(code, number);
        // A word alone may be another (Euro-Land), and brackets tell periods: "Lew (1962–1999)".
        if (name.find_first_of(" -") == name.npos || name.find('(') != name.npos) continue;
        names.insert(name_pattern(name));
      }
    }
  }
  return {{"cldr_currency", one_of(in_use)},
          {"cldr_past_currency", one_of(past)},
          {"cldr_currency_code", one_of(codes)},
          {"cldr_currency_code_word", one_of(words)}};
}

}  // namespace

const std::map<std::string, std::string>& cldr_fragments() {
  static const std::map<std::string, std::string> fragments = make_fragments();
  return fragments;
}

}  // namespace faktum
