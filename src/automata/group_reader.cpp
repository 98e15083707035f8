#include "automata/group_reader.hpp"

#include <limits>

namespace faktum {
namespace {

using Op = Instruction::Op;

constexpr std::uint32_t unset = std::numeric_limits<std::uint32_t>::max();

bool holds(std::uint16_t assertion, const Alphabet& alphabet, Classes text, Span window,
           std::size_t at) {
  const auto is_word = [&](std::size_t place) {
    return alphabet.holds(CharSets::words, text[place]);
  };
  const bool edge = (at > window.begin && is_word(at - 1)) != (at < window.end && is_word(at));
  switch (static_cast<SyntaxNode::Op>(assertion)) {
    case SyntaxNode::Op::text_begin:
      return at == window.begin;
    case SyntaxNode::Op::text_end:
      return at == window.end;
    case SyntaxNode::Op::word_edge:
      return edge;
    default:
      return !edge;
  }
}

}  // namespace

void GroupReader::read(const GroupProgram& program, const Alphabet& alphabet, Classes text,
                       Span window, Span matched, std::vector<Span>& groups) {
  slots_.assign(program.groups() * 2, unset);
  saves_.clear();
  chosen_ = 0;
  choices_.assign(1, {program.start(), 0, 0});
  for (bool found = false; !found && !choices_.empty();) {
    const Choice from = choices_.back();
    choices_.pop_back();
    for (; saves_.size() > from.saves; saves_.pop_back()) {
      slots_[saves_.back().slot] = saves_.back().before;
    }
    found = follow(program, alphabet, text, window, matched, from);
  }
  groups.assign(1, matched);
  for (std::size_t i = 0; i < slots_.size(); i += 2) {
    groups.push_back(slots_[i + 1] == unset
                         ? no_part
                         : Span{matched.begin + slots_[i], matched.begin + slots_[i + 1]});
  }
}

// Goes on until the match is complete or the way is blocked.
bool GroupReader::follow(const GroupProgram& program, const Alphabet& alphabet, Classes text,
                         Span window, Span matched, Choice from) {
  std::uint16_t index = from.step;
  std::size_t at = matched.begin + from.at;
  while (true) {
    const Instruction& step = program[index];
    const auto place = static_cast<std::uint32_t>(at - matched.begin);
    index = step.next;
    switch (step.op) {
      case Op::match:
        return at == matched.end;
      case Op::set:
        if (at == matched.end || !alphabet.holds(step.argument, text[at])) return false;
        do {
          ++at;
        } while (at < matched.end && text[at] == inner_byte);
        break;
      case Op::split: {
        const CharClass of = at == matched.end ? text_edge : text[at];
        if (!program.can_take_next(step, of)) {
          index = step.other;
        } else if (program.can_take_other(step, of)) {
          const auto number = static_cast<std::size_t>(&step - &program[0]);
          if (!is_new(number, program, place, matched.size() + 1)) return false;
          choices_.push_back({step.other, place, static_cast<std::uint32_t>(saves_.size())});
        }
        break;
      }
      case Op::save:
        saves_.push_back({step.argument, slots_[step.argument]});
        slots_[step.argument] = place;
        break;
      case Op::assert:
        if (!holds(step.argument, alphabet, text, window, at)) return false;
        break;
    }
  }
}

// Most matches need few choices. From many on, each is tried once only, which keeps it linear.
bool GroupReader::is_new(std::size_t split, const GroupProgram& program, std::size_t place,
                         std::size_t places) {
  constexpr std::size_t many = 100;
  if (++chosen_ < many) return true;
  if (chosen_ == many) tried_.assign(program.size() * places, false);
  const std::size_t bit = split * places + place;
  const bool is_new = !tried_[bit];
  tried_[bit] = true;
  return is_new;
}

}  // namespace faktum
