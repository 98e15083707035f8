#include "values/number_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "rules/builtin.hpp"
#include "text/characters.hpp"

namespace faktum {

std::string fold_number_word(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> spellings = {
      {{"ß", "ss"},
       {"ü", "ue"},
       {"ö", "oe"},
       {"\u00AD", ""},
       {"\u00A0", ""},
       {"\u202F", ""},
       {"\u2011", ""}}};
  const std::string lower = lower_in_place(text);
  std::string out;
  for (std::size_t at = 0; at < lower.size();) {
    const std::string_view rest = std::string_view(lower).substr(at);
    const auto spelling = std::find_if(spellings.begin(), spellings.end(), [&](const auto& pair) {
      return rest.starts_with(pair.first);
    });
    if (spelling != spellings.end()) {
      out += spelling->second;
      at += spelling->first.size();
    } else {
      const char c = lower[at++];
      if (c != ' ' && c != '-' && c != '\t' && c != '\n' && c != '\r') out += c;
    }
  }
  return out;
}

namespace {

using WordTable = std::map<std::string, long long, std::less<>>;

WordTable words_below_hundred() {
  WordTable table;
  for (const auto& [word, number] : builtin_number_words()) table.emplace(word, number);
  for (const char* one : {"ein", "eine", "einer", "einem", "einen", "eines"}) table.emplace(one, 1);
  for (const char* two : {"zwo", "zweier", "zweien", "beide", "beiden", "beider"}) {
    table.emplace(two, 2);
  }
  for (const char* three : {"dreier", "dreien"}) table.emplace(three, 3);
  return table;
}

std::optional<long long> below_hundred(std::string_view word) {
  static const WordTable table = words_below_hundred();
  const auto it = table.find(word);
  if (it == table.end()) return std::nullopt;
  return it->second;
}

// LEFT unit RIGHT, "zweihundertfünfzig": LEFT absent is 1, RIGHT absent is 0 and may follow "und".
template <typename Left, typename Right>
std::optional<long long> around(std::string_view word, std::string_view unit, long long factor,
                                Left left_part, Right right_part) {
  const auto at = word.find(unit);
  if (at == std::string_view::npos) return right_part(word);
  const std::string_view left = word.substr(0, at);
  std::string_view right = word.substr(at + unit.size());
  if (right.starts_with("und")) right.remove_prefix(3);
  const auto high = left.empty() ? std::optional<long long>(1) : left_part(left);
  const auto low = right.empty() ? std::optional<long long>(0) : right_part(right);
  if (!high || !low || *high == 0) return std::nullopt;
  return *high * factor + *low;
}

std::optional<long long> below_thousand(std::string_view word) {
  return around(word, "hundert", 100, below_hundred, below_hundred);
}

std::optional<long long> whole_number(std::string_view word) {
  return around(word, "tausend", 1000, below_thousand, below_thousand);
}

// "halbe", "halben", ... and bare "halb"; the same for "einhalb".
bool takes_ending(std::string_view word, std::string_view stem) {
  if (!word.starts_with(stem)) return false;
  const std::string_view ending = word.substr(stem.size());
  static constexpr std::array<std::string_view, 6> endings = {"", "e", "er", "es", "en", "em"};
  return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

std::optional<Decimal> fraction(std::string_view word) {
  // The article is not counted: "einer halben" is a half.
  for (const std::string_view article : {"einer", "einem", "einen", "eines", "eine", "ein"}) {
    const std::string_view rest = word.substr(std::min(article.size(), word.size()));
    if (word.starts_with(article) && takes_ending(rest, "halb") && rest != "halb") {
      return Decimal{5, -1};
    }
  }
  if (takes_ending(word, "halb")) return Decimal{5, -1};
  if (takes_ending(word, "anderthalb")) return Decimal{15, -1};
  if (word == "dreiviertel") return Decimal{75, -2};
  if (word == "viertel" || word == "einviertel" || word == "eineviertel") return Decimal{25, -2};
  const auto half = word.rfind("einhalb");
  if (half == std::string_view::npos || half == 0 || !takes_ending(word.substr(half), "einhalb")) {
    return std::nullopt;
  }
  std::string_view whole = word.substr(0, half);
  if (whole.ends_with("und")) whole.remove_suffix(3);  // "zweiundeinhalb"
  const auto number = whole_number(whole);
  if (!number) return std::nullopt;
  return Decimal{*number * 10 + 5, -1};
}

}  // namespace

std::optional<Decimal> parse_number_word(std::string_view text) {
  const std::string word = fold_number_word(text);
  if (const auto number = whole_number(word)) return Decimal{*number, 0};
  return fraction(word);
}

}  // namespace faktum
