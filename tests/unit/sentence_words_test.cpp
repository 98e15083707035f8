#include "values/sentence_words.hpp"

#include <string>

#include "catch.hpp"

namespace faktum {
namespace {

const PhraseTable::Source source{{"a", {"der"}}, {"b", {"rat", "tag*"}}};
const PhraseTable table(&source);

// "word word|clause|clause" up to the last word, "_" where the mention stands.
std::string around(std::string_view text, std::string_view mention) {
  const std::size_t at = text.find(mention);
  REQUIRE(at != std::string_view::npos);
  const SentenceWords sentence(text, {0, text.size()}, table);
  const WordsAround words(sentence, {at, at + mention.size()});
  std::string shown;
  for (std::size_t i = 0; i <= words.size(); ++i) {
    if (i > 0 && i < words.size()) {
      shown += &words.clause_of(i) == &words.clause_of(i - 1) ? " " : "|";
      CHECK((words.clause_of(i).begin == i) == (shown.back() == '|'));
    }
    if (i == words.next()) shown += '_';
    if (i < words.size()) shown += words.text(i);
  }
  return shown;
}

TEST_CASE("marks end a clause, but not inside of a number or compound") {
  CHECK(around("Der Rat, der 1,5 kostet: Ja - X-Y; Mai", "Mai") ==
        "Der Rat|der 1 5 kostet|Ja|X Y_");
  CHECK(around("Das „Ja“ (im Mai) zählt", "Mai") == "Das|Ja|im|_zählt");
}

TEST_CASE("a mention hides its words and marks, and the clause goes on behind it") {
  CHECK(around("Rat am 3. Mai, 5 Uhr im Rat, der", "3. Mai, 5 Uhr") == "Rat am _im Rat|der");
  CHECK(around("Mai", "Mai") == "_");
  CHECK(around("amMontagabend", "Montag") == "am _abend");
}

TEST_CASE("a mention can be a clause without words") {
  const std::string_view text = "Rat, (Montag), der";
  const SentenceWords sentence(text, {0, text.size()}, table);
  const WordsAround words(sentence, {6, 12});
  CHECK(words.size() == 2);
  CHECK(words.clause().begin == 1);
  CHECK(words.clause().end == 1);
  CHECK(words.next() == 1);
}

TEST_CASE("a clause has the keys of its words, those of cut words are looked up anew") {
  const std::string_view text = "Der Rattag der Tagung, Rat";
  const SentenceWords sentence(text, {0, text.size()}, table);
  const PhraseTable::Keys a = table.key("a");
  const PhraseTable::Keys b = table.key("b");
  const auto keys = [&](Span mention) {
    const WordsAround words(sentence, mention);
    std::string found;
    if (words.has(a, words.clause())) found += 'A';
    if (words.has_small(a, words.clause())) found += 'a';
    if (words.has(b, words.clause())) found += 'B';
    if (words.has_small(b, words.clause())) found += 'b';
    return found;
  };
  CHECK(keys({11, 14}) == "AB");  // Der Rattag Tagung
  CHECK(keys({15, 21}) == "Aa");  // Der Rattag der
  CHECK(keys({7, 10}) == "AaB");  // Der Rat der Tagung
  CHECK(keys({0, 7}) == "AaBb");  // tag der Tagung
  CHECK(keys({4, 21}) == "A");    // Der
  CHECK(keys({23, 26}).empty());
}

}  // namespace
}  // namespace faktum
