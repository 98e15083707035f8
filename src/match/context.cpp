#include "match/context.hpp"

#include <algorithm>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace faktum {
namespace {

constexpr std::size_t widest = 200;  // bytes

// A word of a rule's lists: `word*` and `*word` leave one end open.
struct OpenWord {
  explicit OpenWord(std::string_view word) : letters(word) {
    open_start = letters.starts_with('*');
    if (open_start) letters.remove_prefix(1);
    open_end = letters.ends_with('*');
    if (open_end) letters.remove_suffix(1);
  }

  [[nodiscard]] bool edges_fit(std::string_view text, std::size_t at) const {
    return (open_start || is_word_edge(text, at)) &&
           (open_end || is_word_edge(text, at + letters.size()));
  }

  std::string_view letters;
  bool open_start;
  bool open_end;
};

bool ends_there(const Pattern& pattern, const ClassedText& text, Span window) {
  if (pattern.automata() == nullptr) return pattern.found_in(window.of(text.text));
  return pattern.automata()->backward.ends(text.classes, window);
}

bool begins_there(const Pattern& pattern, const ClassedText& text, Span window) {
  if (pattern.automata() == nullptr) return pattern.found_in(window.of(text.text));
  return pattern.automata()->forward.begins(text.classes, window);
}

}  // namespace

Span left_of(std::string_view text, Span sentence, Span span) {
  std::size_t begin = sentence.begin;
  if (span.begin - begin > widest) {
    begin = span.begin - widest;
    while (is_continuation(text[begin])) ++begin;
  }
  return {begin, span.begin};
}

Span right_of(std::string_view text, Span sentence, Span span) {
  std::size_t end = std::max(sentence.end, span.end);
  if (end - span.end > widest) {
    end = span.end + widest;
    while (is_continuation(text[end])) --end;
  }
  return {span.end, end};
}

namespace {

// The capitalised word directly before the mention, if the table has it under one of the keys.
std::string_view word_of_keys_before(const PhraseTable& table, PhraseTable::Keys keys,
                                     std::string_view text, Span sentence, Span span) {
  std::size_t end = skip_spaces_back(text, span.begin, sentence.begin);
  if (end == span.begin) return {};
  if (end > sentence.begin && text[end - 1] == '.') --end;
  const std::string_view word = word_before(text.substr(0, end), end);
  const bool found =
      !word.empty() && is_upper(code_point_at(word, 0)) && (table.keys_of(word) & keys) != 0;
  return found ? word : std::string_view{};
}

}  // namespace

std::string_view unwanted_word_before(const Rule& rule, std::string_view text, Span sentence,
                                      Span span) {
  if (rule.not_words_before == 0) return {};
  return word_of_keys_before(*rule.words_before, rule.not_words_before, text, sentence, span);
}

bool stands_after(const PhraseTable& words_before, PhraseTable::Keys keys, std::string_view text,
                  Span sentence, Span span) {
  return !word_of_keys_before(words_before, keys, text, sentence, span).empty();
}

bool neighbours_allow(const Rule& rule, const ClassedText& text, Span sentence, Span span) {
  return (rule.before.empty() ||
          ends_there(rule.before, text, left_of(text.text, sentence, span))) &&
         (rule.after.empty() ||
          begins_there(rule.after, text, right_of(text.text, sentence, span))) &&
         !neighbours_refuse(rule, text, sentence, span);
}

bool left_refuses(const Rule& rule, const ClassedText& text, Span sentence, Span span) {
  if (!unwanted_word_before(rule, text.text, sentence, span).empty()) return true;
  return !rule.not_before.empty() &&
         ends_there(rule.not_before, text, left_of(text.text, sentence, span));
}

bool neighbours_refuse(const Rule& rule, const ClassedText& text, Span sentence, Span span) {
  return left_refuses(rule, text, sentence, span) ||
         (!rule.not_after.empty() &&
          begins_there(rule.not_after, text, right_of(text.text, sentence, span)));
}

bool is_noun_alone(const Rule& rule, std::string_view mention) {
  constexpr std::size_t shortest_head = 5;  // of a compound: a name may end in "ei" or "tee"
  constexpr std::size_t shortest_front = 3;
  if (rule.not_alone == nullptr || mention.find(' ') != std::string_view::npos) return false;
  const auto is_in = [&](const std::string& word) {
    return std::ranges::binary_search(*rule.not_alone, word);
  };
  if (is_in(std::string(mention))) return true;
  for (std::size_t at = shortest_front; at + shortest_head <= mention.size(); ++at) {
    std::string head(mention.substr(at));
    if (!is_continuation(head.front()) && capitalize(head) && is_in(head)) return true;
  }
  return false;
}

bool is_word(std::string_view word, std::string_view pattern) {
  if (pattern.ends_with('*')) return word.starts_with(pattern.substr(0, pattern.size() - 1));
  if (pattern.starts_with('*')) return word.ends_with(pattern.substr(1));
  return word == pattern;
}

std::string_view letters_of(std::string_view word) { return OpenWord(word).letters; }

bool holds_word(std::string_view text, std::string_view word) {
  const OpenWord wanted(word);
  for (std::size_t at = text.find(wanted.letters); at != std::string_view::npos;
       at = text.find(wanted.letters, at + 1)) {
    if (wanted.edges_fit(text, at)) return true;
  }
  return false;
}

bool ends_word(std::string_view text, std::size_t end, std::string_view word) {
  const OpenWord wanted(word);
  return text.substr(0, end).ends_with(wanted.letters) &&
         wanted.edges_fit(text, end - wanted.letters.size());
}

bool words_allow(std::string_view text, const std::vector<std::string>& wanted,
                 const std::vector<std::string>& unwanted) {
  const auto held = [&](const std::string& word) { return holds_word(text, word); };
  return (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), held)) &&
         std::none_of(unwanted.begin(), unwanted.end(), held);
}

}  // namespace faktum
