#include "match/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <numeric>
#include <set>
#include <tuple>
#include <utility>

#include "match/name_spelling.hpp"
#include "match/prefetch.hpp"
#include "match/word_finder.hpp"
#include "text/ascii.hpp"
#include "text/characters.hpp"
#include "text/words.hpp"

namespace faktum {
namespace {

// The first eight bytes of the word at `at`.
std::uint64_t head_of(std::string_view text, std::size_t at, std::size_t length) {
  std::uint64_t bytes = 0;
  if (std::endian::native == std::endian::little && at + sizeof bytes <= text.size()) {
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    if (length < 8) bytes &= (std::uint64_t{1} << (8 * length)) - 1;
  } else {
    for (std::size_t i = std::min<std::size_t>(length, 8); i > 0; --i) {
      bytes = bytes << 8 | static_cast<unsigned char>(text[at + i - 1]);
    }
  }
  return bytes;
}

// The bits of a word's head that differ with the case of letters, in ASCII and in Latin-1; of other
// bytes they say little.
constexpr std::uint64_t case_bits = 0x2020202020202020;
constexpr std::uint64_t mixer = 0x9E3779B97F4A7C15ULL;

// The case of the first letter counts: a word in small letters is seldom a name.
std::uint64_t gate_hash(std::uint64_t head) {
  return ((head | (case_bits & ~std::uint64_t{0xFF})) * mixer) >> 32;
}

// Of a word in any case.
std::uint32_t word_hash(std::uint64_t head, std::size_t length) {
  const std::uint64_t hash = ((head | case_bits) ^ length << 56) * mixer;
  return static_cast<std::uint32_t>((hash ^ hash >> 32) * mixer >> 32);
}

std::uint32_t word_hash(std::string_view word) {
  return word_hash(head_of(word, 0, word.size()), word.size());
}

// How a name goes on behind its first word: with the byte behind a space, folded, or with a sign;
// 0 where it ends there. Many names begin alike ("Die Zeit", "Die Presse").
std::uint8_t behind_space(char c) { return static_cast<std::uint8_t>(ascii_lower(c)); }
std::uint8_t with_sign(char c) { return static_cast<std::uint8_t>(c) | 0x80; }

std::uint32_t form_hash(std::uint32_t word, std::uint8_t next) {
  return word + next * static_cast<std::uint32_t>(mixer >> 32 | 1);
}

// A gate's words are as many as a power of two; a hash has two bits in one of them.
template <typename Gate>
std::size_t gate_place(const Gate& gate, std::uint64_t hash) {
  return hash >> 12U & (gate.size() - 1);
}

std::uint64_t gate_bits(std::uint64_t hash) {
  return std::uint64_t{1} << hash % 64 | std::uint64_t{1} << hash / 64 % 64;
}

template <typename Gate>
bool is_open(const Gate& gate, std::uint64_t hash) {
  return (~gate[gate_place(gate, hash)] & gate_bits(hash)) == 0;
}

// Where the forms of a hash begin in a hash table with so many slots.
std::size_t first_slot(std::uint32_t hash, std::size_t slots) {
  return hash >> (32 - std::countr_zero(slots));
}

}  // namespace

void Gazetteer::add(std::string_view name, std::uint32_t payload, std::uint8_t list) {
  const std::string_view rest = name.substr(word_length(name, 0));
  std::uint8_t next = 0;
  if (rest.size() > 1 && rest[0] == ' ') {
    next = behind_space(rest[1]);
  } else if (!rest.empty()) {
    next = with_sign(rest[0]);
  }
  const std::uint32_t word = word_hash(name.substr(0, name.size() - rest.size()));
  added_.push_back({form_hash(word, next), payload, list, added_letters_.size(), name.size()});
  added_letters_ += name;
}

void Gazetteer::finish(std::string_view sample) {
  std::ranges::sort(added_, {}, [&](const Added& form) {
    return std::tuple(form.hash, -static_cast<std::ptrdiff_t>(form.size), name_of(form), form.list,
                      form.payload);
  });
  open_gate();
  std::vector<std::uint32_t> order(added_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t form) { return added_[form].begin; });
  lay_out(order);
  if (!sample.empty()) {
    std::vector<GazetteerHit> hits;
    find(sample, hits);
    std::set<std::pair<std::uint32_t, std::uint32_t>> found;
    for (const GazetteerHit& hit : hits) found.emplace(hit.list, hit.payload);
    std::stable_partition(order.begin(), order.end(), [&](std::uint32_t form) {
      return found.contains({added_[form].list, added_[form].payload});
    });
    lay_out(order);
  }
  added_letters_.clear();
  added_.clear();
}

std::string_view Gazetteer::name_of(const Added& form) const {
  return std::string_view(added_letters_).substr(form.begin, form.size);
}

void Gazetteer::open_gate() {
  constexpr std::size_t bits_a_name = 16;
  std::vector<std::uint64_t> gate(std::bit_ceil(added_.size() * bits_a_name / 64 + 1), 0);
  const auto open = [&](std::string_view word) {
    const std::uint64_t hash = gate_hash(head_of(word, 0, word.size()));
    gate[gate_place(gate, hash)] |= gate_bits(hash);
  };
  for (const Added& form : added_) {
    const std::string_view name = name_of(form);
    std::string word(name.substr(0, word_length(name, 0)));
    if (word.empty()) continue;  // begins with a sign: never found
    for (const bool other_case : {false, true}) {
      if (other_case &&
          (is_ascii_lower(word.front()) || (is_ascii_upper(word.front()) && is_address(name)))) {
        word.front() = static_cast<char>(word.front() ^ 0x20);
      }
      first_bytes_[static_cast<unsigned char>(word.front())] = 1;
      open(word);
      open(word + 's');  // the genitive of a short name
    }
  }
  gate_ = Array<std::uint64_t>(std::move(gate));
}

// Fills forms_ in an order of added_, and slots_.
void Gazetteer::lay_out(std::span<const std::uint32_t> order) {
  std::vector<std::uint32_t> forms(1);  // at place 0 is none
  std::vector<std::uint32_t> places(added_.size());
  for (const std::uint32_t added : order) {
    const Added& form = added_[added];
    std::string bytes(1, static_cast<char>(form.list));
    bytes.append(name_of(form)).push_back('\0');
    places[added] = static_cast<std::uint32_t>(forms.size());
    forms.push_back(form.payload);
    forms.resize(forms.size() + (bytes.size() + sizeof(std::uint32_t) - 1) / sizeof(std::uint32_t));
    std::memcpy(&forms[places[added] + 1], bytes.data(), bytes.size());
  }
  forms_ = Array<std::uint32_t>(std::move(forms));
  place_bits_ = static_cast<std::uint32_t>(std::bit_width(forms_.size()));
  slots_ = {};
  std::vector<std::uint32_t> slots(std::bit_ceil(added_.size() + added_.size() / 2 + 2));
  for (std::size_t i = 0; i < added_.size(); ++i) {
    std::size_t slot = first_slot(added_[i].hash, slots.size());
    while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
    slots[slot] = added_[i].hash << place_bits_ | places[i];
  }
  slots_ = Array<std::uint32_t>(std::move(slots));
}

// `head`: head_of() the word.
Gazetteer::Keys Gazetteer::keys_at(std::string_view text, Span word, std::uint64_t head) {
  const std::uint32_t hash = word_hash(head, word.size());
  const std::size_t end = word.end;
  Keys keys;
  const auto add = [&](std::uint8_t next) { keys.hashes[keys.count++] = form_hash(hash, next); };
  if (end < text.size() && !is_word_byte(static_cast<unsigned char>(text[end]))) {
    const std::size_t space = space_length(text, end);
    const std::size_t next = end + std::max<std::size_t>(space, 1);
    if ((space != 0 || text[end] == '-') && next < text.size()) add(behind_space(text[next]));
    if (space == 0) add(with_sign(text[end]));
  }
  add(0);
  return keys;
}

void Gazetteer::find_word(std::string_view text, Span word, const Keys& keys,
                          std::vector<GazetteerHit>& hits) const {
  find_at(text, word.begin, keys, hits);
  if (word.size() < 2 || (text[word.end - 1] | 0x20) != 's') return;
  // "Nvidias": a genitive is no form of its own.
  const Span stem{word.begin, word.end - 1};
  find_at(text, stem.begin, keys_at(text, stem, head_of(text, stem.begin, stem.size())), hits);
}

void Gazetteer::find_at(std::string_view text, std::size_t at, const Keys& keys,
                        std::vector<GazetteerHit>& hits) const {
  std::size_t compound = 0;  // the hyphen of the longer name found last
  const auto check = [&](const std::uint32_t* form) {
    const auto* const bytes = reinterpret_cast<const char*>(form + 1);
    const auto list = static_cast<std::uint8_t>(*bytes);
    const char* const name = bytes + 1;
    const auto [full_end, hyphen] = written_name(name, text, at);
    if (full_end == 0 || (!is_word_edge(text, at) && !is_border(text, at))) return;
    // Kuka-Roboter is a compound of Kuka, though there is a Kuka Roboter GmbH; but all of
    // Siemens-Energy-Aktie's name is named.
    if (compound != 0 && compound == full_end && hits.back().list == list) hits.pop_back();
    const bool goes_on = full_end < text.size() && text[full_end] == '-';
    compound = goes_on ? 0 : hyphen;
    hits.push_back({{at, full_end}, *form, list});
  };
  for (std::size_t k = 0; k < keys.count; ++k) {
    const std::uint32_t hash = keys.hashes[k];
    for (std::size_t slot = first_slot(hash, slots_.size()); slots_[slot] != 0;
         slot = (slot + 1) & (slots_.size() - 1)) {
      const bool fits = (slots_[slot] ^ hash << place_bits_) >> place_bits_ == 0;
      if (fits) check(&forms_[slots_[slot] & ((1U << place_bits_) - 1)]);
    }
  }
}

// Of a word that begins no name as it stands: "NvidiaDas", "TSMCdie", "derSamsung-Chef".
void Gazetteer::find_glued(std::string_view text, Span word,
                           std::vector<GazetteerHit>& hits) const {
  for (std::size_t border = word.begin + 2; border < word.end; ++border) {
    if (!is_border(text, border)) continue;
    const std::size_t known = hits.size();
    const auto find = [&](Span part) {
      find_word(text, part, keys_at(text, part, head_of(text, part.begin, part.size())), hits);
    };
    if (is_glued(text, border)) {
      find({word.begin, border});
    } else if (is_glued_before(text, border)) {
      find({border, word.end});
    }
    if (hits.size() != known) return;
  }
}

void Gazetteer::find(std::string_view text, std::vector<GazetteerHit>& hits) const {
  if (forms_.size() <= 1) return;
  std::array<Sought, 16> sought;
  std::size_t count = 0;
  WordFinder words(text);
  for (Span word; words.next(word);) {
    const bool glued = words.may_be_glued(word);
    if (!glued && first_bytes_[static_cast<unsigned char>(text[word.begin])] == 0) continue;
    const std::uint64_t head = head_of(text, word.begin, word.size());
    if (!glued && !is_open(gate_, gate_hash(head))) continue;
    sought[count++] = {word, head, {}, glued};
    if (count < sought.size()) continue;
    look_up(text, sought, hits);
    count = 0;
  }
  look_up(text, {sought.data(), count}, hits);
}

// Each step asks for the memory that the next one reads, for all words before the first one waits.
void Gazetteer::look_up(std::string_view text, std::span<Sought> sought,
                        std::vector<GazetteerHit>& hits) const {
  for (Sought& one : sought) {
    one.keys = keys_at(text, one.word, one.head);
    for (std::size_t k = 0; k < one.keys.count; ++k) {
      prefetch(slots_.data() + first_slot(one.keys.hashes[k], slots_.size()));
    }
  }
  for (const Sought& one : sought) {
    const std::size_t known = hits.size();
    find_word(text, one.word, one.keys, hits);
    if (one.glued && hits.size() == known) find_glued(text, one.word, hits);
  }
}

}  // namespace faktum
