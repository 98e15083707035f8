#include "automata/automaton.hpp"

#include <algorithm>
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

// One search on its way through its window, from the end to the begin.
struct Automaton::Lane {
  Lane() = default;
  explicit Lane(Search& of)
      : search(&of),
        next(of.automaton->next_.data()),
        column_of(of.automaton->column_of_.data()),
        columns(of.automaton->columns_),
        first_matching(of.automaton->first_matching_),
        state(of.automaton->start(Side::edge)),
        at(of.window.end) {
    // The character that ends at least_end is read, too.
    constexpr std::size_t longest_character = 4;
    sure_steps =
        at - std::max(of.window.begin, of.least_end - std::min(of.least_end, longest_character));
  }

  void take(CharClass of) {
    state = next[static_cast<std::size_t>(state) * columns + column_of[of]];
  }
  [[nodiscard]] bool matched() const { return state >= first_matching; }
  void step(Classes text) { take(text[--at]); }
  void note(Classes text) const {
    if (!matched()) return;
    std::size_t begin = at + 1;
    while (begin < search->window.end && text[begin] == inner_byte) ++begin;
    search->begins.push_back(begin);
  }

  // Behind the sure steps: until it is not in the midst of a match.
  void finish(Classes text) {
    const std::uint32_t idle_behind_word = search->automaton->start(Side::word);
    const std::uint32_t idle_behind_other = search->automaton->start(Side::other);
    while (at > search->window.begin) {
      if (state == idle_behind_word || state == idle_behind_other) return;
      step(text);
      note(text);
    }
    take(text_edge);
    if (matched()) search->begins.push_back(at);
  }

  Search* search = nullptr;
  const std::uint16_t* next = nullptr;
  const std::uint8_t* column_of = nullptr;
  std::size_t columns = 0;
  std::uint32_t first_matching = 0;
  std::uint32_t state = 0;
  std::size_t at = 0;
  std::size_t sure_steps = 0;  // until a match may have begun that is known to end
};

namespace {

constexpr std::size_t most_lanes = 4;

// In lanes of its own, which the compiler keeps in registers.
template <typename Lane, std::size_t... I>
void walk(std::index_sequence<I...>, Lane* all, Classes text, std::size_t steps) {
  std::array<Lane, sizeof...(I)> lanes{all[I]...};
  for (std::size_t i = 0; i < steps; ++i) {
    (lanes[I].step(text), ...);
    if ((lanes[I].matched() || ...)) (lanes[I].note(text), ...);
  }
  ((all[I] = lanes[I], all[I].sure_steps -= steps), ...);
}

}  // namespace

void Automaton::find_begins(std::span<Search> searches, Classes text) {
  std::array<Lane, most_lanes> lanes;
  std::size_t busy = 0;
  for (auto next = searches.begin();;) {
    for (; busy < most_lanes && next != searches.end(); ++next) {
      if (next->automaton == nullptr) continue;
      next->begins.clear();
      lanes[busy++] = Lane(*next);
    }
    if (busy == 0) return;
    std::size_t steps = lanes[0].sure_steps;
    for (std::size_t i = 1; i < busy; ++i) steps = std::min(steps, lanes[i].sure_steps);
    switch (busy) {
      case 1:
        walk(std::make_index_sequence<1>(), lanes.data(), text, steps);
        break;
      case 2:
        walk(std::make_index_sequence<2>(), lanes.data(), text, steps);
        break;
      case 3:
        walk(std::make_index_sequence<3>(), lanes.data(), text, steps);
        break;
      default:
        walk(std::make_index_sequence<most_lanes>(), lanes.data(), text, steps);
    }
    for (std::size_t i = 0; i < busy;) {
      if (lanes[i].sure_steps == 0) {
        lanes[i].finish(text);
        lanes[i] = lanes[--busy];
      } else {
        ++i;
      }
    }
  }
}

}  // namespace faktum
