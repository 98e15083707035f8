#include "match/fold.hpp"

#include <algorithm>
#include <vector>

#include "text/ascii.hpp"
#include "text/characters.hpp"

namespace faktum {
namespace {

// U+E041 to U+E05A stand for A to Z; in UTF-8 EE 81 81 to EE 81 9A.
constexpr std::string_view capital_lead = "\xEE\x81";
constexpr char capital_shift = static_cast<char>(0x40);

// Reads a pattern from left to right; quantifiers, escapes and group names stay as they are, and so
// do capitals in classes and where (?i) makes them small letters too.
class PatternFolder {
 public:
  explicit PatternFolder(std::string_view pattern) : pattern_(pattern) {}

  std::string fold() {
    while (at_ < pattern_.size()) {
      if (starts("(?P<")) {
        any_case_.push_back(any_case_.back());
        copy_through('>');
      } else if (starts("(?")) {
        fold_flags();
      } else if (pattern_[at_] == '(') {
        any_case_.push_back(any_case_.back());
        append_literal();
      } else if (pattern_[at_] == ')') {
        if (any_case_.size() > 1) any_case_.pop_back();
        append_literal();
      } else if (is_ascii_upper(pattern_[at_]) && !any_case_.back()) {
        out_.append(capital_lead);
        out_ += static_cast<char>(pattern_[at_] + capital_shift);
        ++at_;
      } else if (pattern_[at_] == '{') {
        fold_repeat();
      } else if (pattern_[at_] == '\\') {
        fold_escape();
      } else if (pattern_[at_] == '[') {
        fold_class();
      } else {
        append_literal();
      }
    }
    return std::move(out_);
  }

 private:
  bool starts(std::string_view text) const { return pattern_.substr(at_).starts_with(text); }

  void copy_through(char last) {
    const std::size_t end = pattern_.find(last, at_);
    const std::size_t next = end == std::string_view::npos ? pattern_.size() : end + 1;
    out_.append(pattern_.substr(at_, next - at_));
    at_ = next;
  }

  // RE2 spells out no literal from before a repeat into it: of A\d{2,3} only "A" and "00", but
  // "A00" of A\d\d\d{0,1}.
  void fold_repeat() {
    const bool of_digit = digit_end_ == out_.size();
    const std::size_t begin = at_;
    copy_through('}');
    const std::string_view repeat = pattern_.substr(begin, at_ - begin);  // {n,m}
    if (!of_digit || repeat.size() != 5 || repeat[2] != ',') return;
    const int least = repeat[1] - '0';
    const int more = repeat[3] - repeat[1];
    if (least < 1 || least > 9 || more < 0 || more > 9) return;
    out_.resize(out_.size() - repeat.size());
    out_.append(static_cast<std::size_t>(least - 1), '0');
    if (more > 0) out_.append("0{0,").append(std::to_string(more)) += '}';
  }

  // (?i: opens a group, (?i) holds for the rest of the one around it.
  void fold_flags() {
    bool any_case = any_case_.back();
    bool set = true;
    std::size_t end = at_ + 2;
    for (; end < pattern_.size() && pattern_[end] != ':' && pattern_[end] != ')'; ++end) {
      if (pattern_[end] == '-') set = false;
      if (pattern_[end] == 'i') any_case = set;
    }
    if (end < pattern_.size() && pattern_[end] == ':') {
      any_case_.push_back(any_case);
    } else {
      any_case_.back() = any_case;
    }
    out_.append(pattern_.substr(at_, end + 1 - at_));
    at_ = std::min(end + 1, pattern_.size());
  }

  void append_literal() {
    const char c = pattern_[at_++];
    if (is_ascii_digit(c)) return append_digit();
    out_ += c;
  }

  void append_digit() {
    out_ += '0';
    digit_end_ = out_.size();
  }

  void fold_escape() {
    if (starts("\\d")) {
      append_digit();
      at_ += 2;
    } else if (starts("\\x") && !starts("\\x{")) {
      const std::size_t size = std::min<std::size_t>(4, pattern_.size() - at_);
      out_.append(pattern_.substr(at_, size));
      at_ += size;
    } else if (starts("\\x{") || starts("\\p{") || starts("\\P{")) {
      copy_through('}');
    } else {
      out_.append(pattern_.substr(at_, 2));
      at_ += 2;
    }
  }

  void fold_class() {
    const bool negated = starts("[^");
    const std::size_t open = negated ? 2 : 1;
    out_.append(pattern_.substr(at_, open));
    at_ += open;
    const std::size_t first = at_;
    const std::size_t folded_first = out_.size();
    while (at_ < pattern_.size() && (pattern_[at_] != ']' || at_ == first)) {
      if (pattern_[at_] == '\\') {
        fold_escape();
      } else if (starts("[:")) {
        copy_through(']');
      } else if (is_ascii_digit(pattern_[at_])) {
        fold_class_digit(negated);
      } else {
        append_literal();
      }
    }
    if (out_.size() == folded_first) out_ += "\\x00";  // [^5] became [^]: any character but NUL
    append_literal();
    if (out_.ends_with("[0]")) digit_end_ = out_.size();
  }

  // A digit or a range of digits. [^5] matches 3, which reads as 0: so the 5 must go there.
  void fold_class_digit(bool negated) {
    const bool range =
        at_ + 2 < pattern_.size() && pattern_[at_ + 1] == '-' && is_ascii_digit(pattern_[at_ + 2]);
    const bool all = starts("0-9");
    if (!negated || all) out_ += '0';
    at_ += range ? 3 : 1;
  }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::vector<bool> any_case_{false};  // by open group
  std::string out_;
  std::size_t digit_end_ = 0;  // where the last digit ends in it, a class of digits, too
};

}  // namespace

void fold_text(std::string_view text, std::string& out) {
  lower_in_place(text, out);
  std::replace_if(out.begin(), out.end(), is_ascii_digit, '0');
}

std::string fold_pattern(std::string_view pattern) { return PatternFolder(pattern).fold(); }

std::string unfold_capitals(std::string_view literal) {
  std::string out;
  while (!literal.empty()) {
    const bool capital = literal.starts_with(capital_lead) && literal.size() > 2;
    out += capital ? static_cast<char>(literal[2] - capital_shift) : literal.front();
    literal.remove_prefix(capital ? 3 : 1);
  }
  return out;
}

bool capitals_fit(std::string_view literal, std::string_view text) {
  return std::equal(literal.begin(), literal.end(), text.begin(), [](char wanted, char found) {
    return !is_ascii_upper(wanted) || found == wanted;
  });
}

}  // namespace faktum
