#include "automata/automaton.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace faktum {

std::size_t Automaton::longest_from(Classes text, Span window, std::size_t begin) const {
  return on_table([&](const auto* table) {
    std::size_t end = no_match;
    std::uint16_t state = start(begin == window.begin ? Side::edge : side_of(text[begin - 1]));
    for (std::size_t at = begin; at < window.end; ++at) {
      state = step(table, state, text[at]);
      if (matched(state)) end = at;
      if (state == 0) return end;
    }
    return matched(step(table, state, text_edge)) ? window.end : end;
  });
}

bool Automaton::begins(Classes text, Span window) const {
  return on_table([&](const auto* table) {
    std::uint16_t state = start(Side::edge);
    for (std::size_t at = window.begin; at < window.end && state != 0; ++at) {
      state = step(table, state, text[at]);
      if (matched(state)) return true;
    }
    return matched(step(table, state, text_edge));
  });
}

bool Automaton::ends(Classes text, Span window) const {
  return on_table([&](const auto* table) {
    std::uint16_t state = start(Side::edge);
    for (std::size_t at = window.end; at > window.begin && state != 0; --at) {
      state = step(table, state, text[at - 1]);
      if (matched(state)) return true;
    }
    return matched(step(table, state, text_edge));
  });
}

Automaton::NearClasses Automaton::any_near() {
  NearClasses any;
  for (auto& classes : any) classes.set();
  return any;
}

Automaton::NearClasses Automaton::classes_near() const {
  NearClasses read;
  std::set<std::uint16_t> states{start(Side::edge)};
  for (std::size_t distance = 0; distance < near; ++distance) {
    const std::set<std::uint16_t> passed = std::exchange(states, {});
    for (const std::uint16_t state : passed) {
      for (std::size_t i = 0; i < column_of_.size(); ++i) {
        const auto of = static_cast<CharClass>(i);
        const std::uint16_t to =
            on_table([&](const auto* table) { return step(table, state, of); });
        if (of == text_edge) {
          for (std::size_t d = distance; d < near && matched(to); ++d) read[d].set(of);
          continue;
        }
        if (to == 0) continue;
        read[distance].set(of);
        states.insert(to);
        for (std::size_t d = distance + 1; d < near && matched(to); ++d) read[d].set();
      }
    }
  }
  return read;
}

// A search on its way through its window, from the end to the begin.
struct Automaton::Lane {
  void note(std::size_t read, Classes text) const {
    std::size_t begin = read + 1;
    while (begin < search->window.end && text[begin] == inner_byte) ++begin;
    search->begins.push_back(begin);
  }

  Search* search = nullptr;
  std::uint16_t state = 0;
  std::size_t at = 0;
  std::size_t sure = 0;  // steps until all matches that are known to end may have begun
};

// Takes as many steps in each lane, which has them.
template <typename State, std::size_t... I>
void Automaton::walk(const State* table, std::index_sequence<I...>, std::span<Lane> lanes,
                     Classes text, std::size_t steps) const {
  constexpr std::size_t count = sizeof...(I);
  const std::array<const CharClass*, count> ends{text.data() + lanes[I].at...};
  std::array<std::uint16_t, count> states{lanes[I].state...};
  for (std::size_t i = 1; i <= steps; ++i) {
    ((states[I] = step(table, states[I], *(ends[I] - i))), ...);
    if ((matched(states[I]) || ...)) {
      ((matched(states[I]) ? lanes[I].note(lanes[I].at - i, text) : void()), ...);
    }
  }
  ((lanes[I].state = states[I], lanes[I].at -= steps, lanes[I].sure -= steps), ...);
}

// Behind the sure steps, until it is not in the midst of a match.
template <typename State>
void Automaton::finish(const State* table, Lane lane, Classes text) const {
  auto [search, state, at, sure] = lane;
  while (at > search->window.begin) {
    if (state == start(Side::word) || state == start(Side::other)) return;
    state = step(table, state, text[--at]);
    if (matched(state)) lane.note(at, text);
  }
  if (matched(step(table, state, text_edge))) search->begins.push_back(at);
}

void Automaton::find_begins(std::span<Search> searches, Classes text) const {
  on_table([&](const auto* table) { find_begins(table, searches, text); });
}

template <typename State>
void Automaton::find_begins(const State* table, std::span<Search> searches, Classes text) const {
  constexpr std::size_t most_lanes = 4;
  // The character that ends at least_end is read, too.
  constexpr std::size_t longest_character = 4;
  std::array<Lane, most_lanes> all;
  std::size_t busy = 0;
  for (auto next = searches.begin();;) {
    for (; busy < most_lanes && next != searches.end(); ++next) {
      next->begins.clear();
      const std::size_t end = next->window.end;
      const std::size_t least = next->least_end - std::min(next->least_end, longest_character);
      all[busy++] = {&*next, start(Side::edge), end, end - std::max(next->window.begin, least)};
    }
    const std::span<Lane> lanes = std::span(all).first(busy);
    if (lanes.empty()) return;
    const std::size_t steps = std::ranges::min(lanes, {}, &Lane::sure).sure;
    switch (busy) {
      case 1:
        walk(table, std::make_index_sequence<1>(), lanes, text, steps);
        break;
      case 2:
        walk(table, std::make_index_sequence<2>(), lanes, text, steps);
        break;
      case 3:
        walk(table, std::make_index_sequence<3>(), lanes, text, steps);
        break;
      default:
        walk(table, std::make_index_sequence<most_lanes>(), lanes, text, steps);
    }
    busy = 0;
    for (const Lane& lane : lanes) {
      if (lane.sure > 0) {
        all[busy++] = lane;
      } else {
        finish(table, lane, text);
      }
    }
  }
}

}  // namespace faktum
