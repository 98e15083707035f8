#include "automata/automaton.hpp"

namespace faktum {

std::size_t Automaton::longest_from(Classes text, Span window, std::size_t begin) const {
  std::size_t end = no_match;
  std::uint16_t state = start(begin == window.begin ? Side::edge : side_of(text[begin - 1]));
  for (std::size_t at = begin; at < window.end; ++at) {
    state = step(state, text[at]);
    if (matched(state)) end = at;
    if (state == 0) return end;
  }
  return matched(step(state, text_edge)) ? window.end : end;
}

bool Automaton::begins(Classes text, Span window) const {
  std::uint16_t state = start(Side::edge);
  for (std::size_t at = window.begin; at < window.end && state != 0; ++at) {
    state = step(state, text[at]);
    if (matched(state)) return true;
  }
  return matched(step(state, text_edge));
}

bool Automaton::ends(Classes text, Span window) const {
  std::uint16_t state = start(Side::edge);
  for (std::size_t at = window.end; at > window.begin && state != 0; --at) {
    state = step(state, text[at - 1]);
    if (matched(state)) return true;
  }
  return matched(step(state, text_edge));
}

void Automaton::find_begins(Classes text, Span window, std::size_t first_literal,
                            std::vector<std::size_t>& begins) const {
  begins.clear();
  constexpr std::size_t longest_character = 4;  // bytes: the literal's last one has been read
  std::uint16_t state = start(Side::edge);
  std::size_t at = window.end;
  while (at > window.begin) {
    state = step(state, text[--at]);
    if (state <= last_start_ && at + longest_character <= first_literal) return;
    if (!matched(state)) continue;
    std::size_t begin = at + 1;
    while (begin < window.end && text[begin] == inner_byte) ++begin;
    begins.push_back(begin);
  }
  if (matched(step(state, text_edge))) begins.push_back(window.begin);
}

}  // namespace faktum
