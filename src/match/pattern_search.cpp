#include "match/pattern_search.hpp"

namespace faktum {

bool PatternSearch::next(std::size_t from, Span& match) {
  if (const PatternAutomata* automata = pattern_.automata()) {
    while (!begins_.empty() && begins_.back() < from) begins_.pop_back();
    if (begins_.empty()) return false;
    match = {begins_.back(),
             automata->forward.longest_from(text_.classes, window_, begins_.back())};
    return true;
  }
  const std::string_view within = window_.of(text_.text);
  re2::StringPiece found;
  if (!pattern_.get().Match(piece(within), from - window_.begin, within.size(), RE2::UNANCHORED,
                            &found, 1)) {
    return false;
  }
  const auto begin = static_cast<std::size_t>(found.data() - text_.text.data());
  match = {begin, begin + found.size()};
  return true;
}

bool PatternSearch::shorten(std::size_t end, Span& match) const {
  const Span window{window_.begin, end};
  if (const PatternAutomata* automata = pattern_.automata()) {
    match.end = automata->forward.longest_from(text_.classes, window, match.begin);
    return match.end != Automaton::no_match;
  }
  const std::string_view within = window.of(text_.text);
  re2::StringPiece found;
  if (!pattern_.get().Match(piece(within), match.begin - window.begin, within.size(),
                            RE2::ANCHOR_START, &found, 1)) {
    return false;
  }
  match.end = match.begin + found.size();
  return true;
}

}  // namespace faktum
