#include "rules/word_tables.hpp"

#include <algorithm>
#include <utility>

#include "text/characters.hpp"

namespace faktum {
namespace {

unsigned char byte(char c) { return static_cast<unsigned char>(c); }

bool is_letter_byte(char c) { return (c >= 'a' && c <= 'z') || byte(c) >= 0x80; }

bool fits_lowered(std::string_view phrase, std::string_view lowered) {
  const std::size_t star = phrase.find('*');
  if (star == std::string_view::npos) return phrase == lowered;
  return lowered.size() + 1 >= phrase.size() && lowered.starts_with(phrase.substr(0, star)) &&
         lowered.ends_with(phrase.substr(star + 1));
}

}  // namespace

bool phrase_fits(std::string_view phrase, std::string_view word) {
  return fits_lowered(phrase, lower_in_place(word));
}

std::string_view last_word(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && is_letter_byte(text[begin - 1])) --begin;
  return text.substr(begin);
}

PhraseTable::PhraseTable(const std::map<std::string, std::vector<std::string>>& phrases) {
  for (const auto& [name, texts] : phrases) {
    const auto key = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back(name);
    phrases_.emplace(name, &texts);
    for (const std::string& text : texts) {
      const std::size_t star = text.find('*');
      if (star == std::string::npos) {
        whole_[text].push_back(key);
      } else if (star + 1 < text.size()) {
        by_last_[byte(text.back())].push_back({text, key});
      } else {
        by_first_[byte(text.front())].push_back({text, key});
      }
      by_last_word_[last_word(text)].push_back({text, key});
    }
  }
}

template <typename Each>
void PhraseTable::each_fit(std::string_view word, Each each) const {
  if (word.empty()) return;
  const std::string lowered = lower_in_place(word);
  if (const auto found = whole_.find(lowered); found != whole_.end()) {
    for (const std::uint32_t key : found->second) each(key);
  }
  for (const auto* phrases : {&by_last_[byte(lowered.back())], &by_first_[byte(lowered.front())]}) {
    for (const TablePhrase& phrase : *phrases) {
      if (fits_lowered(phrase.text, lowered)) each(phrase.key);
    }
  }
  // A lone star fits any word.
  for (const TablePhrase& phrase : by_first_[byte('*')]) {
    if (phrase.text == "*") each(phrase.key);
  }
}

std::optional<std::string_view> PhraseTable::key_of(std::string_view word) const {
  auto first = static_cast<std::uint32_t>(std::lower_bound(names_.begin(), names_.end(), word) -
                                          names_.begin());
  if (first == names_.size() || names_[first] != word) {
    first = static_cast<std::uint32_t>(names_.size());
  }
  each_fit(word, [&](std::uint32_t key) { first = std::min(first, key); });
  if (first == names_.size()) return std::nullopt;
  return names_[first];
}

PhraseTable::Keys PhraseTable::keys_of(std::string_view word) const {
  Keys keys = 0;
  each_fit(word, [&](std::uint32_t key) { keys |= key < 64 ? Keys{1} << key : 0; });
  return keys;
}

PhraseTable::Keys PhraseTable::key(std::string_view name) const {
  const auto found = std::lower_bound(names_.begin(), names_.end(), name);
  const auto index = found - names_.begin();
  return found == names_.end() || *found != name || index >= 64 ? 0 : Keys{1} << index;
}

const std::vector<std::string>* PhraseTable::phrases(std::string_view key) const {
  const auto found = phrases_.find(key);
  return found == phrases_.end() ? nullptr : found->second;
}

const std::vector<TablePhrase>& PhraseTable::ending_in(std::string_view word) const {
  static const std::vector<TablePhrase> none;
  const auto found = by_last_word_.find(word);
  return found == by_last_word_.end() ? none : found->second;
}

WordTables::WordTables(Phrases phrases) : phrases_(std::move(phrases)) {
  for (const auto& [name, table] : phrases_) tables_.try_emplace(name);
}

const PhraseTable& WordTables::operator[](std::string_view name) const {
  static const PhraseTable none{{}};
  const auto found = tables_.find(name);
  if (found == tables_.end()) return none;
  Lazy& lazy = found->second;
  if (const PhraseTable* ready = lazy.table.load(std::memory_order_acquire)) return *ready;
  const std::lock_guard lock(lazy.making);
  if (lazy.owned == nullptr) {
    lazy.owned = std::make_unique<PhraseTable>(phrases_.at(std::string(name)));
    lazy.table.store(lazy.owned.get(), std::memory_order_release);
  }
  return *lazy.owned;
}

}  // namespace faktum
