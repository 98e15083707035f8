#include "automata/automaton.hpp"

#include <utility>

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

// One search on its way.
struct Automaton::Lane {
  explicit Lane(Search& search)
      : next(search.automaton->next_.data()),
        column_of(search.automaton->column_of_.data()),
        columns(search.automaton->columns_),
        first_matching(search.automaton->first_matching_),
        idle_behind_word(search.automaton->start(Side::word)),
        idle_behind_other(search.automaton->start(Side::other)),
        state(search.automaton->start(Side::edge)) {}

  void step(CharClass of) {
    state = next[static_cast<std::size_t>(state) * columns + column_of[of]];
  }
  [[nodiscard]] bool matched() const { return state >= first_matching; }
  // Not in the midst of a match.
  [[nodiscard]] bool is_idle() const {
    return state == idle_behind_word || state == idle_behind_other;
  }

  const std::uint16_t* next;
  const std::uint8_t* column_of;
  std::size_t columns;
  std::uint32_t first_matching;
  std::uint32_t idle_behind_word;
  std::uint32_t idle_behind_other;
  std::uint32_t state;
};

template <std::size_t... I>
void Automaton::find_begins_of(std::index_sequence<I...>, std::span<Search*> searches, Classes text,
                               Span window, std::size_t least_end) {
  std::array<Lane, sizeof...(I)> lanes{Lane(*searches[I])...};
  (searches[I]->begins.clear(), ...);
  std::size_t at = window.end;
  const auto step = [&] {
    const CharClass of = text[--at];
    (lanes[I].step(of), ...);
    if ((lanes[I].matched() || ...)) {
      std::size_t begin = at + 1;
      while (begin < window.end && text[begin] == inner_byte) ++begin;
      ((lanes[I].matched() ? searches[I]->begins.push_back(begin) : void()), ...);
    }
  };
  // The character that ends there is read, too.
  constexpr std::size_t longest_character = 4;
  while (at + longest_character > least_end && at > window.begin) step();
  while (at > window.begin) {
    if ((lanes[I].is_idle() && ...)) return;
    step();
  }
  (lanes[I].step(text_edge), ...);
  ((lanes[I].matched() ? searches[I]->begins.push_back(window.begin) : void()), ...);
}

void Automaton::find_begins(std::span<Search*> searches, Classes text, Span window,
                            std::size_t least_end) {
  switch (searches.size()) {
    case 1:
      return find_begins_of(std::make_index_sequence<1>(), searches, text, window, least_end);
    case 2:
      return find_begins_of(std::make_index_sequence<2>(), searches, text, window, least_end);
    case 3:
      return find_begins_of(std::make_index_sequence<3>(), searches, text, window, least_end);
    case 4:
      return find_begins_of(std::make_index_sequence<4>(), searches, text, window, least_end);
    default:
      return;
  }
}

}  // namespace faktum
