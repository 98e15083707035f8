#include "rules/word_tables.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>
#include <functional>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "match/lazy.hpp"
#include "text/characters.hpp"

namespace faktum {
namespace {

unsigned char byte(char c) { return static_cast<unsigned char>(c); }

bool is_letter_byte(char c) { return (c >= 'a' && c <= 'z') || byte(c) >= 0x80; }

// A phrase cut at its star.
struct Starred {
  std::string_view head;
  std::string_view tail;
  std::uint32_t key = 0;

  [[nodiscard]] bool fits(std::string_view lowered) const {
    return lowered.size() >= head.size() + tail.size() && lowered.ends_with(tail) &&
           lowered.starts_with(head);
  }
};

// Tells of most words of a text that they are in no table, by their outermost letters and length.
class WordGate {
 public:
  void open(std::string_view word) { open_.set(place(word)); }
  [[nodiscard]] bool is_open(std::string_view word) const { return open_.test(place(word)); }

 private:
  static constexpr std::size_t size = 4096;
  static std::size_t place(std::string_view word) {
    return (byte(word.front()) * 61U + byte(word.back()) * 7U + word.size() * 1031U) % size;
  }
  std::bitset<size> open_;
};

// Phrases without a star, in a hash table with linear probing.
class WholeWords {
 public:
  // Before any add().
  void expect(std::size_t most) { slots_.resize(std::bit_ceil(2 * most + 1)); }

  void add(std::string_view text, std::uint32_t key) {
    std::size_t slot = first_slot(text);
    while (!slots_[slot].text.empty()) slot = next_slot(slot);
    slots_[slot] = {text, key};
    gate_.open(text);
  }

  template <typename Each>
  void each_key(std::string_view word, Each each) const {
    if (!gate_.is_open(word)) return;
    for (std::size_t slot = first_slot(word); !slots_[slot].text.empty(); slot = next_slot(slot)) {
      if (slots_[slot].text == word) each(slots_[slot].key);
    }
  }

 private:
  struct Slot {
    std::string_view text;  // empty: none
    std::uint32_t key;
  };

  [[nodiscard]] std::size_t first_slot(std::string_view text) const {
    return std::hash<std::string_view>()(text) & (slots_.size() - 1);
  }
  [[nodiscard]] std::size_t next_slot(std::size_t slot) const {
    return (slot + 1) & (slots_.size() - 1);
  }

  WordGate gate_;
  std::vector<Slot> slots_;
};

// Calls `each(phrase, the number of its key)`.
template <typename Each>
void each_phrase(const PhraseTable::Source& source, Each each) {
  std::uint32_t key = 0;
  for (const auto& [name, texts] : source) {
    for (const std::string& text : texts) each(text, key);
    ++key;
  }
}

}  // namespace

std::string_view last_word(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && is_letter_byte(text[begin - 1])) --begin;
  return text.substr(begin);
}

struct PhraseTable::Index {
  WholeWords whole;

  // Phrases with a star, by the last bytes of what stands behind it, or else (`be*`) by the first
  // byte of what stands before it.
  static constexpr std::size_t longest_end = 3;
  std::unordered_map<std::string_view, std::vector<Starred>> by_end;
  std::bitset<256> last_bytes;  // of `by_end`
  std::array<std::vector<Starred>, 256> by_first;
  std::vector<std::uint32_t> of_any_word;  // keys with a lone star

  explicit Index(const Source& source) {
    std::size_t count = 0;
    for (const auto& [name, texts] : source) count += texts.size();
    whole.expect(count);
    each_phrase(source, [&](std::string_view text, std::uint32_t key) { add(text, key); });
  }

  void add(std::string_view text, std::uint32_t key) {
    const std::size_t star = text.find('*');
    const Starred starred{text.substr(0, star), text.substr(std::min(star, text.size() - 1) + 1),
                          key};
    if (star == std::string_view::npos) {
      whole.add(text, key);
    } else if (!starred.tail.empty()) {
      const std::size_t size = std::min(starred.tail.size(), longest_end);
      by_end[starred.tail.substr(starred.tail.size() - size)].push_back(starred);
      last_bytes.set(byte(text.back()));
    } else if (!starred.head.empty()) {
      by_first[byte(text.front())].push_back(starred);
    } else {
      of_any_word.push_back(key);
    }
  }
};

struct PhraseTable::Endings {
  std::vector<TablePhrase> by_last_word;
  WordGate gate;

  explicit Endings(const Source& source) {
    each_phrase(source, [&](std::string_view text, std::uint32_t key) {
      const std::string_view last = last_word(text);
      by_last_word.push_back({text, last, key});
      if (!last.empty()) gate.open(last);
    });
    std::ranges::stable_sort(by_last_word, {}, &TablePhrase::last);
  }
};

struct PhraseTable::Prepared {
  Lazy<Index> index;
  Lazy<Endings> endings;
};

PhraseTable::PhraseTable(const Source* source)
    : source_(source), prepared_(source == nullptr ? nullptr : std::make_shared<Prepared>()) {
  if (source == nullptr) return;
  names_.reserve(source->size());
  for (const auto& [name, texts] : *source) names_.emplace_back(name);
}

template <typename Each>
void PhraseTable::each_fit(std::string_view word, Each each) const {
  if (word.empty() || prepared_ == nullptr) return;
  const Index& known = prepared_->index.get([&] { return std::make_unique<Index>(*source_); });
  const Lowered small(word);
  const std::string_view lowered = small.view();
  known.whole.each_key(lowered, each);
  const auto each_of = [&](const std::vector<Starred>& phrases) {
    for (const Starred& phrase : phrases) {
      if (phrase.fits(lowered)) each(phrase.key);
    }
  };
  if (known.last_bytes.test(byte(lowered.back()))) {
    for (std::size_t size = 1; size <= std::min(Index::longest_end, lowered.size()); ++size) {
      const auto found = known.by_end.find(lowered.substr(lowered.size() - size));
      if (found != known.by_end.end()) each_of(found->second);
    }
  }
  each_of(known.by_first[byte(lowered.front())]);
  for (const std::uint32_t key : known.of_any_word) each(key);
}

std::optional<std::string_view> PhraseTable::key_of(std::string_view word) const {
  const auto count = static_cast<std::uint32_t>(names_.size());
  const auto named = std::lower_bound(names_.begin(), names_.end(), word);
  std::uint32_t first = named == names_.end() || *named != word
                            ? count
                            : static_cast<std::uint32_t>(named - names_.begin());
  each_fit(word, [&](std::uint32_t key) { first = std::min(first, key); });
  if (first == count) return std::nullopt;
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
  const auto named = std::lower_bound(names_.begin(), names_.end(), key);
  if (named == names_.end() || *named != key) return nullptr;
  return &std::next(source_->begin(), named - names_.begin())->second;
}

std::span<const TablePhrase> PhraseTable::ending_in(std::string_view word) const {
  if (prepared_ == nullptr) return {};
  const Endings& known =
      prepared_->endings.get([&] { return std::make_unique<Endings>(*source_); });
  if (!word.empty() && !known.gate.is_open(word)) return {};
  const std::vector<TablePhrase>& phrases = known.by_last_word;
  const auto begin = std::ranges::lower_bound(phrases, word, {}, &TablePhrase::last);
  const auto end = std::ranges::upper_bound(phrases, word, {}, &TablePhrase::last);
  return {begin, end};
}

WordTables::WordTables(Phrases phrases) : phrases_(std::move(phrases)) {
  for (std::size_t group = 0; group < tables_.size(); ++group) {
    const auto found = phrases_.find(std::string(word_group_names[group]));
    if (found != phrases_.end()) tables_[group] = PhraseTable(&found->second);
  }
}

}  // namespace faktum
