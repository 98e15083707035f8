#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "text/characters.hpp"
#include "values/value_builder.hpp"

namespace faktum {
namespace {

constexpr std::string_view non_breaking_hyphen = "\u2011";

std::optional<std::string> non_empty(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

// The names' canonical words: the family's, then the vendor's, then those that all share.
class Spelling {
 public:
  Spelling(const WordTables& words, std::string_view family, std::string_view vendor)
      : tables_{words[WordGroup::spelling].phrases(family),
                words[WordGroup::spelling].phrases(vendor),
                words[WordGroup::spelling].phrases("any")} {}

  // The canonical word, or nothing where the tables do not know it.
  [[nodiscard]] std::optional<std::string_view> of(std::string_view word) const {
    const Lowered lowered(word);
    for (const auto* table : tables_) {
      if (table == nullptr) continue;
      for (const std::string& canonical : *table) {
        if (may_be_alike(canonical, word) && Lowered(canonical).view() == lowered.view()) {
          return canonical;
        }
      }
    }
    return std::nullopt;
  }

 private:
  // But for the case of letters, as far as the outermost tell.
  static bool may_be_alike(std::string_view a, std::string_view b) {
    constexpr int kCase = 0x20;
    return a.size() == b.size() && !a.empty() && ((a.front() ^ b.front()) & ~kCase) == 0 &&
           ((a.back() ^ b.back()) & ~kCase) == 0;
  }

  std::array<const std::vector<std::string>*, 3> tables_;
};

// White space of any kind becomes one space, the non-breaking hyphen a plain one.
std::string with_plain_spaces(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    const std::string_view character = text.substr(at, next - at);
    if (is_space(code_point_at(text, at))) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += character == non_breaking_hyphen ? "-" : character;
    }
    at = next;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

// "Geforce RTX-4080 Super" -> "GeForce RTX 4080 SUPER". A hyphen is a space unless the name keeps
// its hyphens ("Core i9-14900K") or the table knows the whole word ("Max-Q").
std::string canonical(std::string_view name, const Spelling& spelling, bool keeps_hyphens) {
  std::string out;
  const auto append = [&](std::string_view word) {
    if (!out.empty()) out += ' ';
    out += spelling.of(word).value_or(word);
  };
  const std::string spaced = with_plain_spaces(name);
  std::string_view rest = spaced;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (!keeps_hyphens && !spelling.of(word)) {
      const std::size_t hyphen = word.find('-');
      if (hyphen == std::string_view::npos) break;
      if (hyphen > 0) append(word.substr(0, hyphen));
      word.remove_prefix(hyphen + 1);
    }
    if (!word.empty()) append(word);
  }
  return out;
}

ChipLevel level_named(std::string_view name) {
  if (name == "series") return ChipLevel::series;
  if (name == "architecture") return ChipLevel::architecture;
  return ChipLevel::model;
}

// Whether a word for a series follows: `RX-9070-Reihe`, `Core i9 Serie`.
bool names_series(std::string_view text, std::size_t end, const WordTables& words) {
  const auto* nouns = words[WordGroup::series].phrases("after");
  if (nouns == nullptr || end >= text.size() || (text[end] != '-' && text[end] != ' '))
    return false;
  const std::string_view rest = text.substr(end + 1);
  for (const std::string& noun : *nouns) {
    if (rest.starts_with(noun) && is_word_edge(rest, noun.size())) return true;
  }
  return false;
}

}  // namespace

// Groups: `model` (or a list's `name`, or else the matched text), `vendor`, `family`, `level`
// (model, series, architecture), and `hyphens` = "keep" where the canonical name bears hyphens.
std::optional<Value> build_chip(const RuleMatch& match, const ValueContext& context) {
  std::string_view name = match.group("model");
  if (name.empty()) name = match.group("name");
  if (name.empty()) name = match.span.of(context.text);

  ChipValue value;
  value.vendor = non_empty(match.group("vendor"));
  value.family = non_empty(match.group("family"));
  value.model =
      canonical(name, Spelling(*context.words, match.group("family"), match.group("vendor")),
                match.group("hyphens") == "keep");
  if (value.model.empty()) return std::nullopt;
  value.level = level_named(match.group("level"));
  if (value.level == ChipLevel::model &&
      names_series(context.text, match.span.end, *context.words)) {
    value.level = ChipLevel::series;
  }
  return value;
}

}  // namespace faktum
