#include "match/fold.hpp"

#include <array>

namespace faktum {
namespace {

constexpr std::array<char, 256> fold_table = [] {
  std::array<char, 256> table{};
  for (unsigned c = 0; c < 256; ++c) table[c] = static_cast<char>(c);
  for (unsigned c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<char>(c + 32);
  for (unsigned c = '0'; c <= '9'; ++c) table[c] = '0';
  return table;
}();

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Reads a pattern from left to right; quantifiers, escapes and group names stay as they are.
class PatternFolder {
 public:
  explicit PatternFolder(std::string_view pattern) : pattern_(pattern) {}

  std::string fold() {
    while (at_ < pattern_.size()) {
      if (starts("(?P<")) {
        copy_through('>');
      } else if (pattern_[at_] == '{') {
        copy_through('}');
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

  void append_literal() {
    out_ += is_ascii_digit(pattern_[at_]) ? '0' : pattern_[at_];
    ++at_;
  }

  void fold_escape() {
    if (starts("\\d")) {
      out_ += '0';
      at_ += 2;
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
  std::string out_;
};

}  // namespace

void fold_text(std::string_view text, std::string& out) {
  out.resize(text.size());
  unsigned char before = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // U+00C0 to U+00DE but the multiplication sign.
    const bool upper_latin1 = before == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    out[i] = upper_latin1 ? static_cast<char>(byte + 32) : fold_table[byte];
    before = byte;
  }
}

std::string fold_pattern(std::string_view pattern) { return PatternFolder(pattern).fold(); }

}  // namespace faktum
