// The tags of a page, one after the other, before any tree is built.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <optional>
#include <string_view>

namespace faktum {

// All views point into the page.
struct Tag {
  GumboTag kind = GUMBO_TAG_UNKNOWN;
  std::string_view name;        // as written
  std::string_view attributes;  // all of them, as written
  std::size_t begin = 0;        // byte of its "<"
  std::size_t end = 0;          // byte past its ">"
  bool closing = false;         // </name>
  bool self_closing = false;    // <name/>
};

struct Attribute {
  std::string_view name;
  std::string_view value;  // without quotes; entities as they are
};

// Cuts tags as the tokenizer of the HTML standard (13.2.5) does: passes over comments,
// declarations, and the text of script, style, title and their like. Takes linear time.
class TagScanner {
 public:
  explicit TagScanner(std::string_view page) : page_(page) {}

  // Nothing at the end; a tag that is cut off there is none.
  std::optional<Tag> next();

 private:
  std::optional<Tag> read_tag(std::size_t begin);
  void skip_declaration(std::size_t begin);
  void skip_raw_text(std::string_view name);

  std::string_view page_;
  std::size_t at_ = 0;
};

// Takes the first attribute off `attributes`; nothing when there is none left.
std::optional<Attribute> next_attribute(std::string_view& attributes);

[[nodiscard]] bool equal_in_any_case(std::string_view, std::string_view lower_case);

}  // namespace faktum
