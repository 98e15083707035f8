#include "values/modifier.hpp"

#include <algorithm>

#include "text/characters.hpp"
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
  look(adjacent);
  if (longest == 0) {
    const std::size_t outside = skip_article_back(before, adjacent);
    if (outside != adjacent) look(outside);
  }
  return found;
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
