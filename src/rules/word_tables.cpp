#include "rules/word_tables.hpp"

#include <algorithm>
#include <bitset>
#include <iterator>
#include <unordered_map>
#include <utility>

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

}  // namespace

std::string_view last_word(std::string_view text) {
  if (text.ends_with('.')) text.remove_suffix(1);
  std::size_t begin = text.size();
  while (begin > 0 && is_letter_byte(text[begin - 1])) --begin;
  return text.substr(begin);
}

struct PhraseTable::Index {
  std::unordered_multimap<std::string_view, std::uint32_t> whole;  // keys of those without a star
  // By the outermost letters and the length of a word: most words of a text are in no table.
  std::bitset<4096> gate;
  static std::size_t gate_of(std::string_view word) {
    return (byte(word.front()) * 61U + byte(word.back()) * 7U + word.size() * 1031U) % 4096;
  }

  // Phrases with a star, by the last bytes of what stands behind it, or else (`be*`) by the first
  // byte of what stands before it.
  static constexpr std::size_t longest_end = 3;
  std::unordered_map<std::string_view, std::vector<Starred>> by_end;
  std::bitset<256> last_bytes;  // of `by_end`
  std::array<std::vector<Starred>, 256> by_first;
  std::vector<std::uint32_t> of_any_word;  // keys with a lone star
  std::vector<TablePhrase> by_last_word;
  std::bitset<4096> last_words;  // as `gate`

  explicit Index(const Source& source) {
    std::uint32_t key = 0;
    for (const auto& [name, texts] : source) {
      for (const std::string& text : texts) add(text, key);
      ++key;
    }
    std::ranges::stable_sort(by_last_word, {}, &TablePhrase::last);
  }

  void add(std::string_view text, std::uint32_t key) {
    const std::size_t star = text.find('*');
    const Starred starred{text.substr(0, star), text.substr(std::min(star, text.size() - 1) + 1),
                          key};
    if (star == std::string_view::npos) {
      whole.emplace(text, key);
      gate.set(gate_of(text));
    } else if (!starred.tail.empty()) {
      const std::size_t size = std::min(starred.tail.size(), longest_end);
      by_end[starred.tail.substr(starred.tail.size() - size)].push_back(starred);
      last_bytes.set(byte(text.back()));
    } else if (!starred.head.empty()) {
      by_first[byte(text.front())].push_back(starred);
    } else {
      of_any_word.push_back(key);
    }
    const std::string_view last = last_word(text);
    by_last_word.push_back({text, last, key});
    if (!last.empty()) last_words.set(gate_of(last));
  }
};

PhraseTable::PhraseTable(const Source* source)
    : source_(source), lazy_(source == nullptr ? nullptr : std::make_shared<Lazy>()) {
  if (source == nullptr) return;
  names_.reserve(source->size());
  for (const auto& [name, texts] : *source) names_.emplace_back(name);
}

const PhraseTable::Index& PhraseTable::index() const {
  static const Index empty{{}};
  if (lazy_ == nullptr) return empty;
  if (const Index* ready = lazy_->index.load(std::memory_order_acquire)) return *ready;
  const std::lock_guard lock(lazy_->making);
  if (lazy_->owned == nullptr) {
    lazy_->owned = std::make_unique<const Index>(*source_);
    lazy_->index.store(lazy_->owned.get(), std::memory_order_release);
  }
  return *lazy_->owned;
}

template <typename Each>
void PhraseTable::each_fit(std::string_view word, Each each) const {
  if (word.empty() || lazy_ == nullptr) return;
  const Index& known = index();
  const Lowered small(word);
  const std::string_view lowered = small.view();
  if (known.gate.test(Index::gate_of(lowered))) {
    const auto [begin, end] = known.whole.equal_range(lowered);
    for (auto phrase = begin; phrase != end; ++phrase) each(phrase->second);
  }
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
  const Index& known = index();
  if (!word.empty() && !known.last_words.test(Index::gate_of(word))) return {};
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
