#include "automata/automata_maker.hpp"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "automata/make_automaton.hpp"
#include "automata/program.hpp"

namespace faktum {
namespace {

// The classes of a text as it is read.
struct Sample {
  std::vector<CharClass> forward;
  std::vector<CharClass> backward;
};

PatternAutomata automata_of(const Syntax& syntax, PatternUse use, const Alphabet& alphabet,
                            const Sample& sample) {
  const auto made = [&](Direction direction, Task task) {
    return make_automaton(make_program(syntax, direction), task, alphabet,
                          direction == Direction::forward ? sample.forward : sample.backward);
  };
  PatternAutomata automata;
  switch (use) {
    case PatternUse::find:
      automata.forward = made(Direction::forward, Task::longest);
      automata.backward = made(Direction::backward, Task::anywhere);
      automata.group_program =
          GroupProgram(make_program(syntax, Direction::forward), syntax.groups.count, alphabet);
      automata.groups = syntax.groups;
      if (automata.forward.empty() || automata.backward.empty()) return {};
      break;
    case PatternUse::ends:
      automata.backward = made(Direction::backward, Task::any_here);
      break;
    case PatternUse::begins:
      automata.forward = made(Direction::forward, Task::any_here);
      break;
    case PatternUse::extend:
      automata.forward = made(Direction::forward, Task::longest);
      break;
  }
  return automata;
}

}  // namespace

std::uint32_t AutomataMaker::add(const std::string& pattern, PatternUse use) {
  const auto [at, is_new] = numbers_.try_emplace({pattern, use}, Automata::none);
  if (!is_new) return at->second;
  std::optional<Syntax> syntax = parse_pattern(pattern, sets_);
  if (!syntax) return Automata::none;
  at->second = static_cast<std::uint32_t>(parsed_.size());
  parsed_.push_back({std::move(*syntax), use});
  return at->second;
}

Automata AutomataMaker::make(std::string_view sample) const {
  Automata automata;
  automata.alphabet_ = Alphabet(sets_);
  Sample read;
  if (!automata.alphabet_.empty()) automata.alphabet_.classify(sample, read.forward);
  read.backward.assign(read.forward.rbegin(), read.forward.rend());
  for (const auto& [syntax, use] : parsed_) {
    auto made = std::make_unique<PatternAutomata>();
    if (!automata.alphabet_.empty()) *made = automata_of(syntax, use, automata.alphabet_, read);
    automata.made_.add(std::move(made));
  }
  return automata;
}

}  // namespace faktum
