#include "values/modifier.hpp"

#include <algorithm>
#include <string>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/word_table.hpp"
#include "text/words.hpp"

namespace faktum {
namespace {

// Longer than any phrase with its spaces.
constexpr std::size_t longest_phrase = 80;

// Where the phrase begins that ends at `end`; a space in it stands for any white space, and `*` at
// its front for the rest of a word ("*kredit über").
std::optional<std::size_t> phrase_begin(std::string_view text, std::size_t end,
                                        std::string_view phrase) {
  const bool open = phrase.starts_with('*');
  if (open) phrase.remove_prefix(1);
  std::size_t at = end;
  for (std::size_t i = phrase.size(); i > 0; --i) {
    if (phrase[i - 1] == ' ') {
      const std::size_t before = skip_spaces_back(text, at, 0);
      if (before == at) return std::nullopt;
      at = before;
    } else {
      if (at == 0 || text[at - 1] != phrase[i - 1]) return std::nullopt;
      --at;
    }
  }
  if (!open && !is_word_edge(text, at)) return std::nullopt;
  return at;
}

// "rund einer halben Milliarde": the article stands outside the mention.
constexpr WordTable kArticles({"ein", "eine", "einer", "einem", "einen", "eines"});

std::size_t skip_article_back(std::string_view text, std::size_t end) {
  const std::string_view word = word_before(text, end);
  const std::size_t begin = end - word.size();
  if (!kArticles.contains(word) || !is_word_edge(text, begin)) return end;
  return skip_spaces_back(text, begin, 0);
}

constexpr std::string_view kAbove = "über";

// What stands between a noun and its "über": "die Offerte von Meta über 800 Millionen".
constexpr WordTable kOfWhom({"von", "vom", "des", "der", "an", "für", "aus", "mit", "und"});

// Whether the "über" that begins at `preposition` belongs to a noun some words before it, of which
// a phrase says that it is no hedge ("*kredit über").
bool is_governed(std::string_view text, std::size_t preposition, std::size_t sentence_begin,
                 const PhraseTable& hedges) {
  constexpr int reach = 6;  // words
  std::size_t end = skip_spaces_back(text, preposition, sentence_begin);
  for (int words = 0; words < reach; ++words) {
    const std::string_view word = word_before(text, end);
    const std::size_t begin = end - word.size();
    if (word.empty() || begin < sentence_begin) return false;
    if (!is_upper(code_point_at(word, 0))) {
      if (words == 0 || !kOfWhom.contains(word)) return false;
    } else if (words > 0) {
      const std::string phrase = std::string(Lowered(word).view()) + " " + std::string(kAbove);
      for (const TablePhrase& known : hedges.ending_in(kAbove)) {
        const bool fits = phrase_begin(phrase, phrase.size(), known.text).has_value();
        if (fits && !modifier_named(hedges.name(known.key))) return true;
      }
    }
    end = skip_spaces_back(text, begin, sentence_begin);
    if (end == begin) return false;
  }
  return false;
}

}  // namespace

std::optional<Modifier> modifier_before(std::string_view text, std::size_t begin,
                                        std::size_t sentence_begin, const WordTables& words) {
  if (begin <= sentence_begin) return std::nullopt;
  const PhraseTable& hedges = words[WordGroup::modifier];
  // Cutting a code point in two at the front is harmless: phrases are whole.
  const std::size_t from = std::max(sentence_begin, begin - std::min(begin, longest_phrase));
  const Lowered lowered(text.substr(from, begin - from));
  const std::string_view before = lowered.view();
  const std::size_t adjacent = skip_spaces_back(before, before.size(), 0);

  std::optional<Modifier> found;
  std::size_t longest = 0;
  const auto look = [&](std::size_t end) {
    const std::string_view word = last_word(before.substr(0, end));
    for (const TablePhrase& phrase : hedges.ending_in(word)) {
      if (phrase.text.size() > longest && phrase_begin(before, end, phrase.text)) {
        found = modifier_named(hedges.name(phrase.key));
        longest = phrase.text.size();
      }
    }
  };
  std::size_t end = adjacent;
  look(end);
  if (longest == 0) {
    end = skip_article_back(before, adjacent);
    if (end != adjacent) look(end);
  }
  if (longest == kAbove.size() && before.substr(0, end).ends_with(kAbove) &&
      is_governed(text, from + end - longest, sentence_begin, hedges)) {
    return std::nullopt;
  }
  return found;
}

std::optional<Modifier> modifier_of(std::string_view hedge, const WordTables& words) {
  if (hedge.empty()) return std::nullopt;
  const auto name = words[WordGroup::modifier].key_of(hedge);
  return name ? modifier_named(*name) : std::nullopt;
}

std::optional<Modifier> modifier_named(std::string_view name) {
  for (const Modifier modifier :
       {Modifier::approx, Modifier::less_than, Modifier::more_than, Modifier::at_least,
        Modifier::at_most, Modifier::start, Modifier::mid, Modifier::end}) {
    if (name_of(modifier) == name) return modifier;
  }
  return std::nullopt;
}

}  // namespace faktum
