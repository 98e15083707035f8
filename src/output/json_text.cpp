#include "output/json_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace faktum {
namespace {

constexpr std::array<bool, 256> needs_escape = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 0x20; ++c) table[c] = true;
  table['"'] = table['\\'] = true;
  return table;
}();

// The length of the text up to what needs an escape.
std::size_t plain_length(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && !needs_escape[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

}  // namespace

void JsonText::key(std::string_view name) {
  begin_value();
  const std::size_t size = out_.size();
  out_.resize(size + name.size() + (layout_ == Layout::indented ? 4 : 3), ' ');
  char* const out = out_.data() + size;
  out[0] = '"';
  std::copy(name.begin(), name.end(), out + 1);
  out[name.size() + 1] = '"';
  out[name.size() + 2] = ':';
  after_key_ = true;
}

void JsonText::any_key(std::string_view name) {
  begin_value();
  append_json_string(out_, name);
  out_ += layout_ == Layout::indented ? ": " : ":";
  after_key_ = true;
}

void JsonText::string(std::string_view text) {
  begin_value();
  append_json_string(out_, text);
}

void JsonText::number(double number) {
  if (!std::isfinite(number)) return null();
  begin_value();
  append_number(out_, number);
}

void JsonText::integer(std::size_t number) {
  begin_value();
  std::array<char, 20> digits;
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out_.append(digits.data(), written.ptr);
}

void JsonText::boolean(bool truth) { raw(truth ? "true" : "false"); }

void JsonText::null() { raw("null"); }

void JsonText::raw(std::string_view json) {
  begin_value();
  out_ += json;
}

void JsonText::open(char bracket) {
  begin_value();
  out_ += bracket;
  ++depth_;
  empty_ = true;
}

void JsonText::close(char bracket) {
  --depth_;
  if (!empty_) break_line();
  out_ += bracket;
  empty_ = false;
}

void JsonText::begin_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (depth_ == 0) return;
  if (!empty_) out_ += ',';
  empty_ = false;
  break_line();
}

void JsonText::break_line() {
  if (layout_ == Layout::indented) out_.append(1, '\n').append(2 * (indent_ + depth_), ' ');
}

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for (;;) {
    const std::size_t plain = plain_length(text);
    out.append(text, 0, plain);
    if (plain == text.size()) break;
    const auto c = static_cast<unsigned char>(text[plain]);
    text.remove_prefix(plain + 1);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += "\\u00";
        out += hex[c >> 4U];
        out += hex[c & 15U];
    }
  }
  out += '"';
}

void append_number(std::string& out, double number) {
  if (number == 0) number = 0;  // no "-0"
  std::array<char, 64> buffer;
  const bool integral = number == std::trunc(number) && std::abs(number) < 1e21;
  char* const begin = buffer.data();
  char* const end = begin + buffer.size();
  const auto written = integral ? std::to_chars(begin, end, number, std::chars_format::fixed)
                                : std::to_chars(begin, end, number);
  out.append(begin, written.ptr);
}

}  // namespace faktum
