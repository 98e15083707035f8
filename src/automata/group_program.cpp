#include "automata/group_program.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace faktum {
namespace {

using Op = Instruction::Op;

std::bitset<256> firsts_from(const Program& program, std::uint16_t start,
                             const Alphabet& alphabet) {
  std::bitset<256> firsts;
  std::vector<bool> seen(program.steps.size());
  std::vector<std::uint16_t> pending{start};
  while (!pending.empty()) {
    const std::uint16_t index = pending.back();
    pending.pop_back();
    if (seen[index]) continue;
    seen[index] = true;
    const Instruction& step = program.steps[index];
    if (step.op == Op::match) {
      firsts.set(text_edge);
    } else if (step.op == Op::set) {
      for (std::size_t of = 0; of < text_edge; ++of) {
        if (alphabet.holds(step.argument, static_cast<CharClass>(of))) firsts.set(of);
      }
    } else {
      pending.push_back(step.next);
      if (step.op == Op::split) pending.push_back(step.other);
    }
  }
  return firsts;
}

}  // namespace

GroupProgram::GroupProgram(const Program& program, int groups, const Alphabet& alphabet)
    : start_(program.start), groups_(static_cast<std::uint32_t>(groups)) {
  std::vector<Firsts> firsts;
  std::map<std::string, std::uint16_t> known;
  std::vector<Instruction> steps = program.steps;
  for (Instruction& step : steps) {
    if (step.op != Op::split) continue;
    const Firsts of{firsts_from(program, step.next, alphabet),
                    firsts_from(program, step.other, alphabet)};
    const auto next = static_cast<std::uint16_t>(firsts.size());
    const auto [at, is_new] = known.try_emplace(of.next.to_string() + of.other.to_string(), next);
    if (is_new) firsts.push_back(of);
    step.argument = at->second;
  }
  steps_ = Array<Instruction>(std::move(steps));
  firsts_ = Array<Firsts>(std::move(firsts));
}

}  // namespace faktum
