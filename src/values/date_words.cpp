#include "values/date_words.hpp"

#include <charconv>
#include <map>
#include <memory>
#include <string>

#include "rules/builtin.hpp"
#include "text/characters.hpp"

namespace faktum {
namespace {

std::string_view without_full_stop(std::string_view name) {
  if (name.ends_with('.')) name.remove_suffix(1);
  return name;
}

struct Calendar {
  std::map<std::string, int, std::less<>> months;
  std::map<std::string, int, std::less<>> weekdays;

  Calendar() {
    for (const auto& [name, number] : builtin_months()) months.emplace(name, number);
    for (const auto& [name, number] : builtin_weekdays()) weekdays.emplace(name, number);
  }
};

const Calendar& calendar() {
  static const Calendar calendar;
  return calendar;
}

std::optional<int> digits(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<int> find_name(const std::map<std::string, int, std::less<>>& names,
                             std::string_view name) {
  const auto it = names.find(Lowered(without_full_stop(name)).view());
  if (it == names.end()) return std::nullopt;
  return it->second;
}

}  // namespace

std::optional<std::string_view> key_of(const WordTables& words, WordGroup group,
                                       std::string_view word) {
  if (word.empty()) return std::nullopt;
  return words[group].key_of(word);
}

std::optional<int> number_of(const WordTables& words, WordGroup group, std::string_view word) {
  if (const auto number = digits(without_full_stop(word))) return number;
  const auto key = key_of(words, group, word);
  return key ? digits(*key) : std::nullopt;
}

std::optional<int> month_number(std::string_view name, const WordTables& words) {
  if (const auto number = find_name(calendar().months, name)) return number;
  return number_of(words, WordGroup::month, without_full_stop(name));
}

std::optional<int> weekday_number(std::string_view name, const WordTables& words) {
  if (const auto number = find_name(calendar().weekdays, name)) {
    return *number == 1 ? 7 : *number - 1;
  }
  return number_of(words, WordGroup::weekday, without_full_stop(name));
}

}  // namespace faktum
