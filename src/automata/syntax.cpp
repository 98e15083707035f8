#include "automata/syntax.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace faktum {
namespace {

using Op = SyntaxNode::Op;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool may_be_empty(const SyntaxNode& node) {
  switch (node.op) {
    case Op::set:
      return false;
    case Op::any:
      return std::any_of(node.parts.begin(), node.parts.end(), may_be_empty);
    case Op::repeat:
      return node.least == 0 || may_be_empty(node.parts.front());
    default:
      return std::all_of(node.parts.begin(), node.parts.end(), may_be_empty);
  }
}

class PatternParser {
 public:
  PatternParser(std::string_view pattern, CharSets& sets) : pattern_(pattern), sets_(sets) {}

  std::optional<Syntax> parse() {
    Syntax syntax;
    syntax.root = alternatives();
    std::sort(groups_.named.begin(), groups_.named.end());
    syntax.groups = groups_;
    if (!supported_ || at_ < pattern_.size()) return std::nullopt;
    return syntax;
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ >= pattern_.size(); }
  [[nodiscard]] bool starts(std::string_view text) const {
    return pattern_.substr(at_).starts_with(text);
  }
  bool take(std::string_view text) {
    if (!starts(text)) return false;
    at_ += text.size();
    return true;
  }
  std::string_view take_through(std::string_view last) {
    const std::size_t begin = at_;
    const std::size_t end = pattern_.find(last, at_);
    at_ = end == std::string_view::npos ? pattern_.size() : end + last.size();
    return pattern_.substr(begin, at_ - begin);
  }
  SyntaxNode refuse() {
    supported_ = false;
    at_ = pattern_.size();
    return {};
  }

  SyntaxNode alternatives() {
    SyntaxNode node;
    node.op = Op::any;
    do {
      node.parts.push_back(sequence());
    } while (take("|"));
    if (node.parts.size() > 1) return node;
    SyntaxNode only = std::move(node.parts.front());
    return only;
  }

  SyntaxNode sequence() {
    SyntaxNode node;
    while (!at_end() && !starts("|") && !starts(")")) node.parts.push_back(repeated());
    return node;
  }

  SyntaxNode repeated() {
    SyntaxNode node = item();
    while (supported_) {
      SyntaxNode repeat;
      repeat.op = Op::repeat;
      if (take("*")) {
        repeat.least = 0;
      } else if (take("+")) {
        repeat.least = 1;
      } else if (take("?")) {
        repeat.most = 1;
      } else if (!take_counts(repeat)) {
        break;
      }
      repeat.lazy = take("?");
      // RE2 has rules of its own for the groups of a loop that need not read anything.
      if (repeat.most == SyntaxNode::unbounded && may_be_empty(node)) return refuse();
      repeat.parts.push_back(std::move(node));
      node = std::move(repeat);
    }
    return node;
  }

  // {3}, {3,} or {3,5}; any other brace is a character.
  bool take_counts(SyntaxNode& repeat) {
    if (!starts("{")) return false;
    const std::size_t begin = at_++;
    const auto number = [&](int& value) {
      const std::size_t first = at_;
      for (value = 0; !at_end() && is_digit(pattern_[at_]); ++at_) {
        value = value * 10 + (pattern_[at_] - '0');
      }
      return at_ > first;
    };
    bool valid = number(repeat.least);
    if (valid && take(",")) {
      int most = 0;
      repeat.most = number(most) ? most : SyntaxNode::unbounded;
    } else {
      repeat.most = repeat.least;
    }
    valid = valid && take("}");
    if (!valid) at_ = begin;
    return valid;
  }

  SyntaxNode item() {
    if (take("(")) return group();
    if (starts("[")) return set_of(char_class());
    if (starts("\\")) return escape();
    if (take("^")) return assertion(Op::text_begin);
    if (take("$")) return assertion(Op::text_end);
    if (take(".")) return set_of(".");
    const Utf8Sequence character = utf8_sequence(pattern_, at_);
    const std::string_view text = pattern_.substr(at_, character.size);
    at_ += character.size;
    if (!any_case_) return set_number(sets_.number(character.code_point));
    const bool sign = text.size() == 1 && text[0] < 'A' && !is_digit(text[0]);
    return set_of(sign ? "\\" + std::string(text) : std::string(text));
  }

  SyntaxNode group() {
    const bool any_case = any_case_;
    SyntaxNode node;
    node.op = Op::group;
    if (take("?P<")) {
      std::string_view name = take_through(">");
      name.remove_suffix(1);
      node.number = static_cast<std::uint32_t>(++groups_.count);
      groups_.add(std::string(name), groups_.count);
    } else if (take("?")) {
      const std::string_view flags = take_through(starts(":") ? ":" : "i");
      if (flags == "i") {
        any_case_ = true;
        if (take(")")) return {};  // for the rest of the group around it
        if (!take(":")) return refuse();
      } else if (flags != ":") {
        return refuse();
      }
      node.op = Op::all;
    } else {
      node.number = static_cast<std::uint32_t>(++groups_.count);
    }
    node.parts.push_back(alternatives());
    any_case_ = any_case;
    if (!take(")")) return refuse();
    return node;
  }

  std::string_view char_class() {
    const std::size_t begin = at_++;
    take("^");
    take("]");
    while (!at_end() && pattern_[at_] != ']') {
      if (take("[:")) {
        take_through(":]");
      } else {
        at_ += starts("\\") ? 2U : 1U;
      }
    }
    ++at_;
    return pattern_.substr(begin, at_ - begin);
  }

  SyntaxNode escape() {
    if (take("\\b")) return assertion(Op::word_edge);
    if (take("\\B")) return assertion(Op::no_word_edge);
    if (take("\\A")) return assertion(Op::text_begin);
    if (take("\\z")) return assertion(Op::text_end);
    if (starts("\\Q") || starts("\\C")) return refuse();
    const std::size_t begin = at_;
    if (starts("\\x{") || starts("\\p{") || starts("\\P{")) {
      take_through("}");
    } else if (starts("\\x")) {
      at_ += 4;
    } else if (starts("\\p") || starts("\\P")) {
      at_ += 3;
    } else {
      at_ += 1;
      at_ += utf8_sequence(pattern_, at_).size;
      // Octal numbers are the only other escapes of more than a character.
      if (is_digit(pattern_[at_ - 1])) return refuse();
    }
    return set_of(pattern_.substr(begin, at_ - begin));
  }

  SyntaxNode set_of(std::string_view pattern) {
    return set_number(sets_.number((any_case_ ? "(?i)" : "") + std::string(pattern)));
  }

  static SyntaxNode set_number(std::uint32_t number) {
    SyntaxNode node;
    node.op = Op::set;
    node.number = number;
    return node;
  }

  static SyntaxNode assertion(Op op) {
    SyntaxNode node;
    node.op = op;
    return node;
  }

  std::string_view pattern_;
  CharSets& sets_;
  std::size_t at_ = 0;
  GroupNames groups_;
  bool any_case_ = false;
  bool supported_ = true;
};

}  // namespace

std::optional<Syntax> parse_pattern(std::string_view pattern, CharSets& sets) {
  return PatternParser(pattern, sets).parse();
}

}  // namespace faktum
