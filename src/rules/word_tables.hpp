// The phrase tables of the rule files ([words.GROUP]), ready to be asked about words.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/spec.hpp"

namespace faktum {

// A phrase of a table and the key it stands under.
struct TablePhrase {
  std::string_view text;  // in small letters
  std::string_view last;  // its last word
  std::uint32_t key = 0;  // in PhraseTable::keys()
};

// The last word of a text or phrase: its last letters, without a full stop behind them.
[[nodiscard]] std::string_view last_word(std::string_view text);

// One table: KEY -> phrases. In a phrase `*` stands for any letters (`ge*t`), else the whole word
// must agree; the word's case does not matter (ASCII and Latin-1). Views the strings it is made of.
// Immutable and safe to share; what it needs to be asked about words is made when that is first
// done.
class PhraseTable {
 public:
  using Keys = std::uint64_t;  // a set: bit i is the key i; keys from 64 on are in no set
  using Source = std::map<std::string, std::vector<std::string>>;

  // Null: an empty table.
  explicit PhraseTable(const Source* source = nullptr);

  [[nodiscard]] std::optional<std::string_view> key_of(std::string_view word) const;  // the first
  [[nodiscard]] Keys keys_of(std::string_view word) const;  // whose phrases fit the word
  [[nodiscard]] Keys key(std::string_view name) const;      // the set of that key alone
  [[nodiscard]] std::string_view name(std::uint32_t key) const { return names_[key]; }

  // The phrases of a key as they are written; null where there is no such key.
  [[nodiscard]] const std::vector<std::string>* phrases(std::string_view key) const;

  // The phrases whose last word is `word` (in small letters).
  [[nodiscard]] std::span<const TablePhrase> ending_in(std::string_view word) const;

 private:
  struct Index;     // by what words are
  struct Endings;   // by last words
  struct Prepared;  // both, once they are asked

  template <typename Each>
  void each_fit(std::string_view word, Each each) const;

  const Source* source_;
  std::vector<std::string_view> names_;
  std::shared_ptr<Prepared> prepared_;
};

// The tables that faktum asks. Rule files may have others.
enum class WordGroup : std::uint8_t {
  before,
  date_part,
  date_unit,
  daytime,
  decade,
  deixis,
  holiday,
  modifier,
  month,
  ordinal,
  season,
  series,
  spelling,
  tense,
  trim,
  unit,
  weekday,
};
constexpr std::array<std::string_view, 17> word_group_names{
    "before",   "date_part", "date_unit", "daytime", "decade", "deixis",
    "holiday",  "modifier",  "month",     "ordinal", "season", "series",
    "spelling", "tense",     "trim",      "unit",    "weekday"};

// Safe to share between threads.
class WordTables {
 public:
  WordTables() = default;
  explicit WordTables(Phrases phrases);
  WordTables(WordTables&&) noexcept = default;
  WordTables& operator=(WordTables&&) noexcept = default;
  WordTables(const WordTables&) = delete;
  WordTables& operator=(const WordTables&) = delete;
  ~WordTables() = default;

  // The table of [words.GROUP]; an empty one where there is none.
  [[nodiscard]] const PhraseTable& operator[](WordGroup group) const {
    return tables_[static_cast<std::size_t>(group)];
  }

  [[nodiscard]] const Phrases& phrases() const { return phrases_; }

 private:
  Phrases phrases_;
  std::array<PhraseTable, word_group_names.size()> tables_;
};

}  // namespace faktum
