#include "html/block_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "html/tag_set.hpp"

namespace faktum {
namespace {

constexpr TagSet paragraphs{
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE, GUMBO_TAG_ASIDE,    GUMBO_TAG_BLOCKQUOTE,
    GUMBO_TAG_BODY,    GUMBO_TAG_CAPTION, GUMBO_TAG_CENTER,   GUMBO_TAG_DETAILS,
    GUMBO_TAG_DIV,     GUMBO_TAG_DL,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION,
    GUMBO_TAG_FIGURE,  GUMBO_TAG_FOOTER,  GUMBO_TAG_FORM,     GUMBO_TAG_H1,
    GUMBO_TAG_H2,      GUMBO_TAG_H3,      GUMBO_TAG_H4,       GUMBO_TAG_H5,
    GUMBO_TAG_H6,      GUMBO_TAG_HEADER,  GUMBO_TAG_HGROUP,   GUMBO_TAG_HR,
    GUMBO_TAG_MAIN,    GUMBO_TAG_P,       GUMBO_TAG_PRE,      GUMBO_TAG_SECTION,
    GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE};

constexpr TagSet lists{GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DIR, GUMBO_TAG_MENU};
constexpr TagSet lines{GUMBO_TAG_TR};
constexpr TagSet items{GUMBO_TAG_LI, GUMBO_TAG_DT, GUMBO_TAG_DD};
constexpr TagSet cells{GUMBO_TAG_TD, GUMBO_TAG_TH};

constexpr std::size_t longest_line = 1000;  // bytes

constexpr std::string_view no_break_space = "\xC2\xA0";
// U+00AD soft hyphen, U+200B zero width space, U+2060 word joiner, U+FEFF.
constexpr std::array<std::string_view, 4> invisible = {"\xC2\xAD", "\xE2\x80\x8B", "\xE2\x81\xA0",
                                                       "\xEF\xBB\xBF"};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

std::size_t invisible_at(std::string_view text, std::size_t at) {
  for (const std::string_view character : invisible) {
    if (text.substr(at, character.size()) == character) return character.size();
  }
  return 0;
}

// What separates one piece of text from the next; the strongest of those asked for.
enum class Break : std::uint8_t { none, space, tab, line, paragraph };

class Composition {
 public:
  void add(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (is_space(text[i])) {
        pending_ = std::max(pending_, Break::space);
      } else if (const std::size_t size = invisible_at(text, i); size > 0) {
        i += size - 1;
      } else if (at_line_start() && text.substr(i).starts_with(no_break_space)) {
        i += no_break_space.size() - 1;
      } else {
        flush();
        text_ += text[i];
      }
    }
  }

  void add_as_it_is(std::string_view text) {
    flush();
    text_ += text;
  }

  // Nothing at the beginning of an item, whose own break stands.
  void separate(Break by) {
    const bool fresh = !items_.empty() && items_.back() == text_.size();
    if (!fresh) pending_ = std::max(pending_, by);
    lines_ = 0;
  }

  // The second <br> in a row makes a paragraph.
  void end_line() {
    const std::size_t count = lines_ + 1;
    separate(count > 1 ? Break::paragraph : Break::line);
    lines_ = count;
  }

  void begin_item(Break by) {
    separate(by);
    items_.push_back(text_.size());
  }

  // An item that holds paragraphs is one itself.
  void end_item(Break by, std::string_view inside) {
    const std::size_t begin = items_.back();
    items_.pop_back();
    if (begin == text_.size()) return;
    const std::string_view item = std::string_view(text_).substr(begin);
    const std::size_t own = std::min(item.find_first_not_of("\t\n "), item.size());
    const bool has_breaks = item.find(inside, own) != std::string_view::npos;
    pending_ = has_breaks ? Break::paragraph : by;
  }

  void trim_line_ends() {
    while (text_.ends_with('\n')) text_.pop_back();
  }

  [[nodiscard]] bool in_item() const { return !items_.empty(); }

  [[nodiscard]] std::size_t size() const { return text_.size(); }

  std::string take() && { return std::move(text_); }

 private:
  [[nodiscard]] bool at_line_start() const { return text_.empty() || pending_ >= Break::tab; }

  void flush() {
    constexpr std::array<std::string_view, 5> written = {"", " ", "\t", "\n", "\n\n"};
    if (!text_.empty()) text_ += written[static_cast<std::size_t>(pending_)];
    pending_ = Break::none;
    lines_ = 0;
  }

  std::string text_;
  Break pending_ = Break::none;
  std::size_t lines_ = 0;           // <br> since the last text
  std::vector<std::size_t> items_;  // where the open items and cells begin
};

// The mark of a footnote would stick to its word.
bool is_footnote_mark(const GumboNode& node) {
  if (tag_of(node) != GUMBO_TAG_SUP) return false;
  const auto inside = children(node);
  return std::ranges::any_of(inside,
                             [](const GumboNode* child) { return tag_of(*child) == GUMBO_TAG_A; });
}

class TextWalk {
 public:
  explicit TextWalk(const Survey& survey) : survey_(survey) {}

  bool enter(const GumboNode& node) {
    if (!is_element(node)) {
      add(text_of(node));
      return false;
    }
    const GumboTag tag = tag_of(node);
    if (survey_.leaves_out(node) || is_footnote_mark(node)) {
      if (paragraphs.contains(tag)) text_.separate(Break::paragraph);
      return false;
    }
    if (tag == GUMBO_TAG_BR) text_.end_line();
    if (tag == GUMBO_TAG_PRE) ++preformatted_;
    if (items.contains(tag)) {
      text_.begin_item(Break::line);
    } else if (cells.contains(tag)) {
      text_.begin_item(Break::tab);
    } else {
      separate(tag);
    }
    return true;
  }

  void leave(const GumboNode& node) {
    const GumboTag tag = tag_of(node);
    if (tag == GUMBO_TAG_PRE) {
      --preformatted_;
      text_.trim_line_ends();
    }
    if (items.contains(tag)) {
      text_.end_item(Break::line, "\n\n");
    } else if (cells.contains(tag)) {
      text_.end_item(Break::tab, "\n");
    } else {
      separate(tag);
    }
  }

  std::string take() && { return std::move(text_).take(); }

 private:
  void add(std::string_view text) {
    preformatted_ > 0 ? text_.add_as_it_is(text) : text_.add(text);
  }

  void separate(GumboTag tag) {
    if (paragraphs.contains(tag)) text_.separate(Break::paragraph);
    if (lists.contains(tag)) text_.separate(text_.in_item() ? Break::line : Break::paragraph);
    if (lines.contains(tag)) text_.separate(Break::line);
  }

  const Survey& survey_;
  Composition text_;
  int preformatted_ = 0;
};

}  // namespace

std::string block_text(const GumboNode& root, const Survey& survey) {
  TextWalk text(survey);
  walk(
      root, [&](const GumboNode& node) { return text.enter(node); },
      [&](const GumboNode& node) { text.leave(node); });
  return std::move(text).take();
}

std::string line_text(const GumboNode& root) {
  Composition text;
  walk(root, [&](const GumboNode& node) {
    if (text.size() > longest_line) return false;
    if (!is_element(node)) text.add(text_of(node));
    if (tag_of(node) == GUMBO_TAG_BR) text.add(" ");
    return is_element(node);
  });
  return std::move(text).take();
}

std::string collapsed(std::string_view text) {
  Composition collapsed;
  collapsed.add(text);
  return std::move(collapsed).take();
}

}  // namespace faktum
