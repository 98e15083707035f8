#include "rules/lint_pattern.hpp"

#include <algorithm>
#include <cstdint>

namespace faktum {
namespace {

bool is_ascii_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

// What a part of a pattern matches, as far as `\b` asks: `first` and `last` say that its first and
// last character can only be ASCII letters and digits.
struct Part {
  enum class Type : std::uint8_t { character, edge, place, sequence, choice };

  Type type = Type::character;
  bool first = false;
  bool last = false;
  bool optional = false;  // may match nothing
  bool repeats = false;   // may follow itself
  std::size_t at = 0;     // of an edge, in the pattern
  std::vector<Part> parts = {};
};

// The parts of a pattern that RE2 has accepted.
class Reader {
 public:
  Reader(std::string_view pattern, const std::map<std::string, std::string>& fragments,
         std::vector<AsciiEscape>* escapes)
      : pattern_(pattern), fragments_(fragments), escapes_(escapes) {}

  Part choice() {
    Part part{.type = Part::Type::choice, .first = true, .last = true};
    do {
      part.parts.push_back(sequence());
      const Part& branch = part.parts.back();
      part.first = part.first && branch.first;
      part.last = part.last && branch.last;
      part.optional = part.optional || branch.optional;
    } while (skip("|"));
    return part;
  }

 private:
  [[nodiscard]] bool starts(std::string_view text) const {
    return pattern_.substr(at_).starts_with(text);
  }

  bool skip(std::string_view text) {
    if (!starts(text)) return false;
    at_ += text.size();
    return true;
  }

  void skip_behind(char last) {
    const std::size_t found = pattern_.find(last, at_);
    at_ = found == std::string_view::npos ? pattern_.size() : found + 1;
  }

  Part sequence() {
    Part part{.type = Part::Type::sequence, .optional = true};
    while (at_ < pattern_.size() && !starts("|") && !starts(")")) {
      part.parts.push_back(quantified(item()));
      part.optional = part.optional && part.parts.back().optional;
    }
    part.first = edge_of(part.parts.begin(), part.parts.end(), &Part::first);
    part.last = edge_of(part.parts.rbegin(), part.parts.rend(), &Part::last);
    return part;
  }

  // Whether all that can come first, seen from `begin`, is ASCII.
  template <typename Iterator>
  static bool edge_of(Iterator begin, Iterator end, bool Part::*edge) {
    bool any = false;
    for (; begin != end; ++begin) {
      if (begin->type == Part::Type::edge || begin->type == Part::Type::place) continue;
      if (!((*begin).*edge)) return false;
      any = true;
      if (!begin->optional) return true;
    }
    return any;
  }

  Part quantified(Part part) {
    for (;;) {
      if (skip("?")) {
        part.optional = true;
      } else if (skip("*")) {
        part.optional = part.repeats = true;
      } else if (skip("+")) {
        part.repeats = true;
      } else if (at_ + 1 < pattern_.size() && pattern_[at_] == '{' && pattern_[at_ + 1] >= '0' &&
                 pattern_[at_ + 1] <= '9') {
        part.optional = part.optional || pattern_[at_ + 1] == '0';
        part.repeats = true;
        skip_behind('}');
      } else {
        return part;
      }
    }
  }

  Part item() {
    if (skip("{{")) return fragment();
    if (starts("(")) return group();
    if (starts("[")) return brackets();
    if (starts("\\")) return escape();
    if (skip("^") || skip("$")) return {.type = Part::Type::place, .optional = true};
    const bool ascii = is_ascii_word(pattern_[at_++]);
    return {.first = ascii, .last = ascii};
  }

  Part fragment() {
    const std::size_t begin = at_;
    skip_behind('}');
    const std::string name(pattern_.substr(begin, at_ - 1 - begin));
    skip("}");
    const auto found = fragments_.find(name);
    if (found == fragments_.end()) return {};
    Part part = Reader(found->second, fragments_, nullptr).choice();
    part.parts.clear();  // its own edges are judged where it is written
    part.type = Part::Type::character;
    return part;
  }

  Part group() {
    ++at_;
    if (skip("?P<")) {
      skip_behind('>');
    } else if (skip("?")) {
      while (at_ < pattern_.size() && pattern_[at_] != ':' && pattern_[at_] != ')') ++at_;
      if (skip(")")) return {.type = Part::Type::place, .optional = true};  // flags
      skip(":");
    }
    Part part = choice();
    skip(")");
    return part;
  }

  Part brackets() {
    const std::size_t begin = at_++;
    const bool negated = skip("^");
    bool ascii = !negated;
    std::vector<std::pair<char, std::size_t>> escapes;
    bool beyond_ascii = false;
    for (bool empty = true; at_ < pattern_.size() && (pattern_[at_] != ']' || empty);
         empty = false) {
      if (skip("[:")) {
        skip_behind(']');
        continue;
      }
      const char c = pattern_[at_++];
      if (c != '\\') {
        beyond_ascii = beyond_ascii || static_cast<unsigned char>(c) >= 0x80;
        ascii = ascii && (is_ascii_word(c) || (c == '-' && !starts("]") && at_ - 2 > begin));
        continue;
      }
      const char letter = pattern_[at_++];
      if (letter == 'x' || letter == 'p' || letter == 'P') {
        beyond_ascii = true;
        if (starts("{")) {
          skip_behind('}');
        } else {
          at_ += letter == 'x' ? 2 : 1;
        }
      } else if (letter == 'w' || letter == 's' || letter == 'W' || letter == 'S') {
        escapes.emplace_back(letter, at_ - 2);
      }
      ascii = ascii && (letter == 'd' || letter == 'w');
    }
    skip("]");
    for (const auto& [letter, at] : escapes) {
      if (letter == 'W' || letter == 'S' || !beyond_ascii) report(letter, at);
    }
    return {.first = ascii, .last = ascii};
  }

  Part escape() {
    const std::size_t begin = at_++;
    const char letter = at_ < pattern_.size() ? pattern_[at_++] : '\\';
    switch (letter) {
      case 'b':
        return {.type = Part::Type::edge, .optional = true, .at = begin};
      case 'A':
      case 'z':
        return {.type = Part::Type::place, .optional = true};
      case 'B':
        report(letter, begin);
        return {.type = Part::Type::place, .optional = true};
      case 'w':
      case 'd':
        if (letter == 'w') report(letter, begin);
        return {.first = true, .last = true};
      case 's':
      case 'S':
      case 'W':
        report(letter, begin);
        return {};
      case 'x':
      case 'p':
      case 'P':
        if (starts("{")) {
          skip_behind('}');
        } else {
          at_ += letter == 'x' ? 2 : 1;
        }
        return {};
      default:
        return {};
    }
  }

  void report(char letter, std::size_t at);

  std::string_view pattern_;
  const std::map<std::string, std::string>& fragments_;
  std::vector<AsciiEscape>* escapes_;  // null: only the parts are wanted
  std::size_t at_ = 0;
};

// The pattern around an escape, for a message.
std::string piece_around(std::string_view pattern, std::size_t at) {
  constexpr std::size_t width = 12;
  const auto continues = [&](std::size_t i) {
    return i < pattern.size() && (static_cast<unsigned char>(pattern[i]) & 0xC0U) == 0x80U;
  };
  std::size_t begin = at - std::min(at, width);
  while (continues(begin)) ++begin;
  std::size_t end = std::min(pattern.size(), at + 2 + width);
  while (continues(end)) ++end;
  return std::string(begin > 0 ? "…" : "") + std::string(pattern.substr(begin, end - begin)) +
         (end < pattern.size() ? "…" : "");
}

void Reader::report(char letter, std::size_t at) {
  if (escapes_ != nullptr) escapes_->push_back({letter, piece_around(pattern_, at)});
}

// Judges the edges in `part`, on whose left and right only ASCII letters and digits can stand.
void judge_edges(const Part& part, bool left, bool right, std::string_view pattern,
                 std::vector<AsciiEscape>& escapes) {
  if (part.type == Part::Type::edge && !left && !right) {
    escapes.push_back({'b', piece_around(pattern, part.at)});
  }
  if (part.type == Part::Type::choice) {
    for (const Part& branch : part.parts) judge_edges(branch, left, right, pattern, escapes);
  }
  if (part.type != Part::Type::sequence) return;
  for (std::size_t i = 0; i < part.parts.size(); ++i) {
    const Part& own = part.parts[i];
    // What stands beside it, seen from the inside out, up to what cannot be left out.
    const auto beside = [&](auto next, auto last, bool Part::*edge, bool outside) {
      for (; next != last; ++next) {
        if (next->type == Part::Type::edge || next->type == Part::Type::place) continue;
        if (!((*next).*edge)) return false;
        if (!next->optional) return true;
      }
      return outside;
    };
    const auto before = part.parts.rend() - static_cast<std::ptrdiff_t>(i);
    const auto behind = part.parts.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    bool own_left = beside(before, part.parts.rend(), &Part::last, left);
    bool own_right = beside(behind, part.parts.end(), &Part::first, right);
    if (own.repeats) {
      own_left = own_left && own.last;
      own_right = own_right && own.first;
    }
    judge_edges(own, own_left, own_right, pattern, escapes);
  }
}

}  // namespace

std::vector<AsciiEscape> ascii_escapes(std::string_view pattern,
                                       const std::map<std::string, std::string>& fragments) {
  std::vector<AsciiEscape> escapes;
  const Part whole = Reader(pattern, fragments, &escapes).choice();
  judge_edges(whole, false, false, pattern, escapes);
  return escapes;
}

}  // namespace faktum
