#include "automata/automaton.hpp"

#include <algorithm>

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

template <std::size_t Count>
void Automaton::find_begins_of(std::span<Search*> searches, Classes text, Span window) {
  constexpr std::size_t longest_character = 4;  // bytes: the literal's last one has been read
  std::array<const Automaton*, Count> automata;
  std::array<std::uint16_t, Count> states;
  std::size_t first_literal = window.end;
  for (std::size_t i = 0; i < Count; ++i) {
    searches[i]->begins.clear();
    automata[i] = searches[i]->automaton;
    states[i] = automata[i]->start(Side::edge);
    first_literal = std::min(first_literal, searches[i]->first_literal);
  }
  const auto know_nothing = [&] {
    bool nothing = true;
    for (std::size_t i = 0; i < Count; ++i) {
      nothing = nothing && states[i] <= automata[i]->last_start_;
    }
    return nothing;
  };
  for (std::size_t at = window.end; at-- > window.begin;) {
    for (std::size_t i = 0; i < Count; ++i) {
      states[i] = automata[i]->step(states[i], text[at]);
      if (!automata[i]->matched(states[i])) continue;
      std::size_t begin = at + 1;
      while (begin < window.end && text[begin] == inner_byte) ++begin;
      searches[i]->begins.push_back(begin);
    }
    if (at + longest_character <= first_literal && know_nothing()) return;
  }
  for (std::size_t i = 0; i < Count; ++i) {
    if (automata[i]->matched(automata[i]->step(states[i], text_edge))) {
      searches[i]->begins.push_back(window.begin);
    }
  }
}

void Automaton::find_begins(std::span<Search*> searches, Classes text, Span window) {
  switch (searches.size()) {
    case 1:
      return find_begins_of<1>(searches, text, window);
    case 2:
      return find_begins_of<2>(searches, text, window);
    case 3:
      return find_begins_of<3>(searches, text, window);
    case 4:
      return find_begins_of<4>(searches, text, window);
    default:
      return;
  }
}

}  // namespace faktum
