// The phrase tables of the rule files ([words.GROUP]), ready to be asked about words.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/spec.hpp"

namespace faktum {

// A phrase of a table and the key it stands under.
struct TablePhrase {
  std::string_view text;  // in small letters
  std::uint32_t key = 0;  // in PhraseTable::keys()
};

// Whether a lower-case phrase of a word table fits a word: `*` stands for any letters (`ge*t`),
// else the whole word must agree. The word's case does not matter (ASCII and Latin-1).
[[nodiscard]] bool phrase_fits(std::string_view phrase, std::string_view word);

// The last word of a text or phrase: its last letters, without a full stop behind them.
[[nodiscard]] std::string_view last_word(std::string_view text);

// One table: KEY -> phrases. Views the strings it is made of. Immutable, safe to share.
class PhraseTable {
 public:
  using Keys = std::uint64_t;  // a set: bit i is the key i; keys from 64 on are in no set

  explicit PhraseTable(const std::map<std::string, std::vector<std::string>>& phrases);

  [[nodiscard]] std::optional<std::string_view> key_of(std::string_view word) const;  // the first
  [[nodiscard]] Keys keys_of(std::string_view word) const;  // whose phrases fit the word
  [[nodiscard]] Keys key(std::string_view name) const;      // the set of that key alone
  [[nodiscard]] std::string_view name(std::uint32_t key) const { return names_[key]; }

  // The phrases of a key as they are written; null where there is no such key.
  [[nodiscard]] const std::vector<std::string>* phrases(std::string_view key) const;

  // The phrases whose last word is `word` (in small letters).
  [[nodiscard]] const std::vector<TablePhrase>& ending_in(std::string_view word) const;

 private:
  template <typename Each>
  void each_fit(std::string_view word, Each each) const;

  std::vector<std::string_view> names_;
  std::map<std::string_view, const std::vector<std::string>*> phrases_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> whole_;  // without a star
  // Phrases with a star, by the last byte of what stands behind it, or else (`be*`) by the first
  // of what stands before it.
  std::array<std::vector<TablePhrase>, 256> by_last_, by_first_;
  std::unordered_map<std::string_view, std::vector<TablePhrase>> by_last_word_;
};

// All tables, each made ready when it is first asked for. Safe to share between threads.
class WordTables {
 public:
  WordTables() = default;
  explicit WordTables(Phrases phrases);

  // The table of [words.NAME]; an empty one where there is none.
  [[nodiscard]] const PhraseTable& operator[](std::string_view name) const;

  [[nodiscard]] const Phrases& phrases() const { return phrases_; }

 private:
  struct Lazy {
    std::mutex making;
    std::unique_ptr<PhraseTable> owned;
    std::atomic<const PhraseTable*> table = nullptr;  // null until `owned` is ready
  };

  Phrases phrases_;
  mutable std::map<std::string_view, Lazy> tables_;
};

}  // namespace faktum
