#include "automata/make_automaton.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace faktum {
namespace {

constexpr std::size_t most_states = 60'000;

using Op = Instruction::Op;

}  // namespace

class AutomatonMaker {
 public:
  AutomatonMaker(const Program& program, Task task, const Alphabet& alphabet, Classes sample)
      : program_(program), task_(task), alphabet_(alphabet), sample_(sample) {
    for (const Instruction& step : program.steps) {
      if (step.op == Op::assert) asserts_ = true;
      asks_words_ = asks_words_ || (step.op == Op::assert&& is_word_edge(step));
    }
    seen_.assign(program.steps.size(), 0);
    make_columns();
  }

  Automaton make() {
    for (const Side side : {Side::edge, Side::word, Side::other}) {
      State start;
      start.passed = asserts_ ? side : Side::edge;
      add_reachable(program_.start, start.steps);
      starts_.push_back(number(std::move(start)));
    }
    for (std::size_t i = 0; i < states_.size(); ++i) {
      if (states_.size() > most_states) return {};
      for (std::size_t column = 0; column < class_in_.size(); ++column) {
        const std::uint32_t to = number(after(i, column));
        next_.push_back(to);
      }
    }
    return minimal();
  }

 private:
  using Side = Automaton::Side;

  struct State {
    std::vector<std::uint16_t> steps;  // sorted; none that go on without reading, but assertions
    Side passed = Side::edge;          // the same for all where there are no assertions
    bool matched = false;              // a match ended before the character read last

    bool operator==(const State&) const = default;
  };

  struct Hash {
    std::size_t operator()(const State& state) const {
      std::size_t hash = static_cast<std::size_t>(state.passed) * 2 + (state.matched ? 1 : 0);
      for (const std::uint16_t step : state.steps) hash = hash * 1'000'003 + step;
      return hash;
    }
  };

  static bool is_word_edge(const Instruction& step) {
    const auto assertion = static_cast<SyntaxNode::Op>(step.argument);
    return assertion == SyntaxNode::Op::word_edge || assertion == SyntaxNode::Op::no_word_edge;
  }

  // Classes that the program tells apart; those of words first.
  void make_columns() {
    std::map<std::vector<bool>, std::vector<std::size_t>> alike;
    std::vector<std::uint16_t> sets;
    for (const Instruction& step : program_.steps) {
      if (step.op == Op::set) sets.push_back(step.argument);
    }
    std::sort(sets.begin(), sets.end());
    sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
    for (std::size_t i = 0; i < 256; ++i) {
      const auto of = static_cast<CharClass>(i);
      // Other than for letters: `false` sorts first.
      std::vector<bool> row{!(asks_words_ && alphabet_.holds(CharSets::words, of)),
                            of == inner_byte, of == text_edge};
      for (const std::uint16_t set : sets) row.push_back(alphabet_.holds(set, of));
      alike[row].push_back(i);
    }
    std::vector<std::uint8_t> column_of(256);
    for (const auto& [row, classes] : alike) {
      if (!row[0]) ++automaton_.word_columns_;
      for (const std::size_t of : classes) {
        column_of[of] = static_cast<std::uint8_t>(class_in_.size());
      }
      class_in_.push_back(static_cast<CharClass>(classes.front()));
    }
    automaton_.column_of_ = Array<std::uint8_t>(std::move(column_of));
  }

  std::uint32_t number(State state) {
    const auto next = static_cast<std::uint32_t>(states_.size());
    const auto [at, is_new] = numbers_.try_emplace(std::move(state), next);
    if (is_new) states_.push_back(&at->first);
    return at->second;
  }

  // Adds the steps that are reached from `step` without reading and without assertions.
  void add_reachable(std::uint16_t step, std::vector<std::uint16_t>& to) {
    ++stamp_;
    reach(step, nullptr, to);
    tidy(to);
  }

  struct Place {
    Side passed;
    Side next;
  };

  static bool holds(const Instruction& step, const Place& place) {
    const bool edge = (place.passed == Side::word) != (place.next == Side::word);
    switch (static_cast<SyntaxNode::Op>(step.argument)) {
      case SyntaxNode::Op::text_begin:
        return place.passed == Side::edge;
      case SyntaxNode::Op::text_end:
        return place.next == Side::edge;
      case SyntaxNode::Op::word_edge:
        return edge;
      default:
        return !edge;
    }
  }

  void reach(std::uint16_t at, const Place* place, std::vector<std::uint16_t>& to) {
    pending_.assign(1, at);
    while (!pending_.empty()) {
      const std::uint16_t index = pending_.back();
      pending_.pop_back();
      if (seen_[index] == stamp_) continue;
      seen_[index] = stamp_;
      const Instruction& step = program_.steps[index];
      if (step.op == Op::split) {
        pending_.push_back(step.other);
        pending_.push_back(step.next);
      } else if (step.op == Op::save) {
        pending_.push_back(step.next);
      } else if (step.op == Op::assert && place != nullptr) {
        if (holds(step, *place)) pending_.push_back(step.next);
      } else {
        to.push_back(index);
      }
    }
  }

  static void tidy(std::vector<std::uint16_t>& steps) {
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  }

  State after(std::size_t from, std::size_t column) {
    const State& state = *states_[from];
    const CharClass read = class_in_[column];
    State to;
    if (state.matched && task_ == Task::any_here) return state;
    if (read == inner_byte) {
      to.steps = state.steps;
      to.passed = state.passed;
      return to;
    }
    const Side side = read == text_edge                   ? Side::edge
                      : column < automaton_.word_columns_ ? Side::word
                                                          : Side::other;
    const std::vector<std::uint16_t>* steps = &state.steps;
    if (asserts_) {
      const Place place{state.passed, side};
      here_.clear();
      ++stamp_;
      for (const std::uint16_t step : state.steps) reach(step, &place, here_);
      steps = &here_;
      to.passed = side;
    }
    ++stamp_;
    for (const std::uint16_t index : *steps) {
      const Instruction& step = program_.steps[index];
      if (step.op == Op::match) to.matched = true;
      if (step.op == Op::set && alphabet_.holds(step.argument, read))
        reach(step.next, nullptr, to.steps);
    }
    if (task_ == Task::anywhere) reach(program_.start, nullptr, to.steps);
    tidy(to.steps);
    if (to.matched && task_ == Task::any_here) to.steps.clear();
    if (to.steps.empty()) to.passed = Side::edge;
    return to;
  }

  // Moore's algorithm: states are told apart by what they are, then by where they lead.
  Automaton minimal() {
    const std::size_t width = class_in_.size();
    std::vector<std::uint32_t> block(states_.size());
    std::size_t blocks = 1;
    for (std::size_t i = 0; i < states_.size(); ++i) {
      block[i] = states_[i]->matched ? 1 : 0;
      if (states_[i]->matched) blocks = 2;
    }
    while (true) {
      std::map<std::vector<std::uint32_t>, std::uint32_t> known;
      std::vector<std::uint32_t> refined(states_.size());
      std::vector<std::uint32_t> row;
      for (std::size_t i = 0; i < states_.size(); ++i) {
        row.assign(1, block[i]);
        for (std::size_t c = 0; c < width; ++c) row.push_back(block[next_[i * width + c]]);
        const auto next = static_cast<std::uint32_t>(known.size());
        refined[i] = known.try_emplace(row, next).first->second;
      }
      const std::size_t before = blocks;
      blocks = known.size();
      block = std::move(refined);
      if (blocks == before) break;
    }
    return ordered(block, blocks);
  }

  // How often runs over the sample are in a state, by its block.
  std::vector<std::size_t> visits(const std::vector<std::uint32_t>& block, std::size_t blocks) {
    std::vector<std::size_t> visits(blocks);
    const std::size_t width = class_in_.size();
    const auto step = [&](std::uint32_t state, CharClass of) {
      const std::uint32_t to = next_[state * width + automaton_.column_of_[of]];
      ++visits[block[to]];
      return to;
    };
    if (task_ == Task::anywhere) {
      std::uint32_t state = starts_.front();
      for (const CharClass of : sample_) state = step(state, of);
      return visits;
    }
    for (std::size_t begin = 0; begin < sample_.size(); ++begin) {
      std::uint32_t state = starts_.front();
      for (std::size_t at = begin; at < sample_.size() && !states_[state]->steps.empty(); ++at) {
        state = step(state, sample_[at]);
      }
    }
    return visits;
  }

  // The state that leads nowhere first, then the starts, the others, those that matched; in both of
  // these those visited most first.
  Automaton ordered(const std::vector<std::uint32_t>& block, std::size_t blocks) {
    const std::size_t width = class_in_.size();
    std::vector<std::size_t> member(blocks);
    for (std::size_t i = 0; i < block.size(); ++i) member[block[i]] = i;
    constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> order(blocks, unknown);
    std::uint32_t count = 1;
    const auto leads_nowhere = [&](std::size_t state) {
      if (states_[state]->matched) return false;
      for (std::size_t c = 0; c < width; ++c) {
        if (block[next_[state * width + c]] != block[state]) return false;
      }
      return true;
    };
    for (std::uint32_t b = 0; b < blocks; ++b) {
      if (leads_nowhere(member[b])) order[b] = 0;
    }
    for (const std::uint32_t start : starts_) {
      if (order[block[start]] == unknown) order[block[start]] = count++;
    }
    const std::vector<std::size_t> visited = visits(block, blocks);
    std::vector<std::uint32_t> busy_first(blocks);
    std::iota(busy_first.begin(), busy_first.end(), 0U);
    std::ranges::stable_sort(busy_first, std::ranges::greater(),
                             [&](std::uint32_t b) { return visited[b]; });
    for (const bool matched : {false, true}) {
      if (matched) automaton_.first_matching_ = static_cast<std::uint16_t>(count);
      for (const std::uint32_t b : busy_first) {
        if (order[b] == unknown && states_[member[b]]->matched == matched) order[b] = count++;
      }
    }
    automaton_.columns_ = static_cast<std::uint8_t>(width);
    std::vector<std::uint16_t> table(count * width);
    for (std::uint32_t b = 0; b < blocks; ++b) {
      std::uint16_t* row = &table[order[b] * width];
      for (std::size_t c = 0; c < width; ++c) {
        row[c] = static_cast<std::uint16_t>(order[block[next_[member[b] * width + c]]]);
      }
    }
    for (std::size_t i = 0; i < starts_.size(); ++i) {
      automaton_.start_[i] = static_cast<std::uint16_t>(order[block[starts_[i]]]);
    }
    if (count <= 256) {
      automaton_.narrow_ =
          Array<std::uint8_t>(std::vector<std::uint8_t>(table.begin(), table.end()));
    } else {
      automaton_.wide_ = Array<std::uint16_t>(std::move(table));
    }
    return std::move(automaton_);
  }

  const Program& program_;
  Task task_;
  const Alphabet& alphabet_;
  Classes sample_;
  bool asserts_ = false;
  bool asks_words_ = false;
  Automaton automaton_;
  std::vector<CharClass> class_in_;  // by column one of its classes
  std::unordered_map<State, std::uint32_t, Hash> numbers_;
  std::vector<const State*> states_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> next_;  // states times columns
  std::vector<std::uint32_t> seen_;  // by step, the number of the walk that saw it last
  std::uint32_t stamp_ = 0;
  std::vector<std::uint16_t> pending_;
  std::vector<std::uint16_t> here_;
};

Automaton make_automaton(const Program& program, Task task, const Alphabet& alphabet,
                         Classes sample) {
  if (program.steps.empty()) return {};
  return AutomatonMaker(program, task, alphabet, sample).make();
}

}  // namespace faktum
