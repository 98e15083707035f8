#include "automata/program.hpp"

#include <algorithm>
#include <utility>

namespace faktum {
namespace {

using Op = SyntaxNode::Op;

constexpr std::size_t most_steps = 20'000;

// Writes a program from its end: each part is told where the text behind it goes on.
class ProgramWriter {
 public:
  explicit ProgramWriter(Direction direction) : backward_(direction == Direction::backward) {}

  Program write(const Syntax& syntax) {
    const std::uint16_t match = add({});
    program_.start = part(syntax.root, match);
    if (program_.steps.size() >= most_steps) return {};
    return std::move(program_);
  }

 private:
  std::uint16_t add(Instruction step) {
    if (program_.steps.size() >= most_steps) return 0;
    program_.steps.push_back(step);
    return static_cast<std::uint16_t>(program_.steps.size() - 1);
  }

  std::uint16_t part(const SyntaxNode& node, std::uint16_t next) {
    switch (node.op) {
      case Op::all:
        return sequence(node, next);
      case Op::any:
        return alternatives(node, next);
      case Op::repeat:
        return repeat(node, next);
      case Op::group:
        return group(node, next);
      case Op::set:
        return add({Instruction::Op::set, static_cast<std::uint16_t>(node.number), next, 0});
      default:
        return add({Instruction::Op::assert, static_cast<std::uint16_t>(turned(node.op)), next, 0});
    }
  }

  [[nodiscard]] Op turned(Op assertion) const {
    if (!backward_ || (assertion != Op::text_begin && assertion != Op::text_end)) return assertion;
    return assertion == Op::text_begin ? Op::text_end : Op::text_begin;
  }

  std::uint16_t sequence(const SyntaxNode& node, std::uint16_t next) {
    for (std::size_t i = 0; i < node.parts.size(); ++i) {
      next = part(node.parts[backward_ ? i : node.parts.size() - 1 - i], next);
    }
    return next;
  }

  std::uint16_t alternatives(const SyntaxNode& node, std::uint16_t next) {
    std::uint16_t entry = part(node.parts.back(), next);
    for (std::size_t i = node.parts.size() - 1; i > 0; --i) {
      const std::uint16_t earlier = part(node.parts[i - 1], next);
      entry = add({Instruction::Op::split, 0, earlier, entry});
    }
    return entry;
  }

  std::uint16_t repeat(const SyntaxNode& node, std::uint16_t next) {
    const SyntaxNode& body = node.parts.front();
    std::uint16_t entry = next;
    int copies = node.least;
    if (node.most == SyntaxNode::unbounded) {
      const std::uint16_t loop = add(split(node, 0, next));
      const std::uint16_t again = part(body, loop);
      program_.steps[loop] = split(node, again, next);
      entry = copies > 0 ? again : loop;  // x+ begins with an x
      copies = std::max(0, copies - 1);
    } else {
      for (int i = node.least; i < node.most; ++i) {
        entry = add(split(node, part(body, entry), next));
      }
    }
    for (int i = 0; i < copies; ++i) entry = part(body, entry);
    return entry;
  }

  static Instruction split(const SyntaxNode& repeat, std::uint16_t again, std::uint16_t next) {
    if (repeat.lazy) std::swap(again, next);
    return {Instruction::Op::split, 0, again, next};
  }

  std::uint16_t group(const SyntaxNode& node, std::uint16_t next) {
    if (backward_) return part(node.parts.front(), next);
    const auto number = static_cast<std::uint16_t>((node.number - 1) * 2);
    const std::uint16_t end =
        add({Instruction::Op::save, static_cast<std::uint16_t>(number + 1), next, 0});
    const std::uint16_t body = part(node.parts.front(), end);
    return add({Instruction::Op::save, number, body, 0});
  }

  bool backward_;
  Program program_;
};

}  // namespace

Program make_program(const Syntax& syntax, Direction direction) {
  return ProgramWriter(direction).write(syntax);
}

}  // namespace faktum
