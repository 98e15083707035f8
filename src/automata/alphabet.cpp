#include "automata/alphabet.hpp"

#include <algorithm>
#include <cstring>
#include <map>
#include <string>

#include "text/utf8.hpp"

namespace faktum {
namespace {

constexpr std::size_t code_points = 0x110000;

}  // namespace

// By code point its class, from 1 on; empty where there are too many.
std::vector<CharClass> Alphabet::classes_of(const CharSets& char_sets,
                                            std::vector<ClassSet>& members) {
  const auto& sets = char_sets.ranges();
  std::map<char32_t, std::vector<std::size_t>> changes;  // the sets that begin or end there
  for (std::size_t set = 0; set < sets.size(); ++set) {
    for (const auto& [first, last] : sets[set]) {
      changes[first].push_back(set);
      changes[last + 1].push_back(set);
    }
  }
  changes[code_points];
  members.assign(sets.size(), {});
  std::vector<CharClass> classes(code_points);
  std::map<std::vector<bool>, CharClass> known;
  std::vector<bool> inside(sets.size());
  char32_t from = 0;
  for (const auto& [at, sets_there] : changes) {
    if (at > from) {
      const auto next = static_cast<CharClass>(known.size() + 1);
      const auto [of, is_new] = known.try_emplace(inside, next);
      if (is_new && next == text_edge) return {};
      for (std::size_t set = 0; is_new && set < sets.size(); ++set) {
        if (inside[set]) members[set].set(next);
      }
      std::fill(classes.begin() + from, classes.begin() + at, of->second);
    }
    for (const std::size_t set : sets_there) inside[set] = !inside[set];
    from = at;
  }
  return classes;
}

Alphabet::Alphabet(const CharSets& sets) {
  std::vector<ClassSet> members;
  const std::vector<CharClass> classes = classes_of(sets, members);
  if (classes.empty()) return;
  std::copy_n(classes.begin(), ascii_.size(), ascii_.begin());
  std::map<std::string, std::uint16_t> known;
  std::vector<std::uint16_t> page_of;
  std::vector<CharClass> pages;
  for (auto page = classes.begin(); page != classes.end(); page += page_size) {
    const auto next = static_cast<std::uint16_t>(known.size());
    const auto [at, is_new] = known.try_emplace(std::string(page, page + page_size), next);
    if (is_new) pages.insert(pages.end(), page, page + page_size);
    page_of.push_back(at->second);
  }
  page_of_ = Array<std::uint16_t>(std::move(page_of));
  pages_ = Array<CharClass>(std::move(pages));
  members_ = Array<ClassSet>(std::move(members));
}

void Alphabet::classify(std::string_view text, std::vector<CharClass>& classes) const {
  classes.resize(text.size());
  CharClass* const out = classes.data();
  const auto byte_at = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  for (std::size_t at = 0; at < text.size();) {
    std::uint64_t ahead = 0;
    for (; at + sizeof ahead <= text.size(); at += sizeof ahead) {
      std::memcpy(&ahead, text.data() + at, sizeof ahead);
      if ((ahead & 0x8080808080808080U) != 0) break;
      for (std::size_t i = at; i < at + sizeof ahead; ++i) out[i] = ascii_[byte_at(i)];
    }
    for (; at < text.size() && byte_at(at) < 128; ++at) out[at] = ascii_[byte_at(at)];
    if (at == text.size()) return;
    const Utf8Sequence character = utf8_sequence(text, at);
    out[at] = class_of(character.code_point);
    for (std::size_t i = 1; i < character.size; ++i) out[at + i] = inner_byte;
    at += character.size;
  }
}

}  // namespace faktum
