// Where an object of JSON ends, told by its brackets and strings alone (RFC 8259).
#pragma once

#include <cstddef>
#include <string_view>

namespace faktum {

// For one object, whose bytes come in pieces of any size. Whether it is valid is not checked.
class JsonNesting {
 public:
  // The length of these bytes up to the object's end and with it; npos where it goes on behind
  // them. The first byte of all is its bracket.
  std::size_t end_in(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      const char c = bytes[at];
      if (in_string_) {
        // No string holds a line break: one that is not closed hides no more than its line.
        in_string_ = escaped_ || (c != '"' && c != '\n');
        escaped_ = !escaped_ && c == '\\';
      } else if (c == '"') {
        in_string_ = true;
      } else if (c == '{' || c == '[') {
        ++depth_;
      } else if ((c == '}' || c == ']') && --depth_ == 0) {
        return at + 1;
      }
    }
    return std::string_view::npos;
  }

 private:
  std::size_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace faktum
