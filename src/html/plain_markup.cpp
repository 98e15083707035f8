#include "html/plain_markup.hpp"

#include <cstddef>
#include <vector>

#include "html/tag_scanner.hpp"
#include "html/tag_set.hpp"

namespace faktum {
namespace {

constexpr std::size_t max_depth = 512;
constexpr std::size_t max_attributes = 64;
constexpr std::size_t max_roots = 16;

constexpr TagSet formatting{GUMBO_TAG_B, GUMBO_TAG_BIG,    GUMBO_TAG_CODE,   GUMBO_TAG_EM,
                            GUMBO_TAG_I, GUMBO_TAG_FONT,   GUMBO_TAG_NOBR,   GUMBO_TAG_S,
                            GUMBO_TAG_U, GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_SMALL,
                            GUMBO_TAG_TT};

constexpr TagSet empty{GUMBO_TAG_AREA,     GUMBO_TAG_BASE,   GUMBO_TAG_BASEFONT, GUMBO_TAG_BGSOUND,
                       GUMBO_TAG_BR,       GUMBO_TAG_COL,    GUMBO_TAG_EMBED,    GUMBO_TAG_FRAME,
                       GUMBO_TAG_HR,       GUMBO_TAG_IMAGE,  GUMBO_TAG_IMG,      GUMBO_TAG_INPUT,
                       GUMBO_TAG_KEYGEN,   GUMBO_TAG_LINK,   GUMBO_TAG_META,     GUMBO_TAG_PARAM,
                       GUMBO_TAG_MENUITEM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK,    GUMBO_TAG_WBR};

// Left open, these do not nest: the next of their kind ends them, there is only one, or they hold
// text alone.
constexpr TagSet flat{GUMBO_TAG_A,        GUMBO_TAG_BODY,     GUMBO_TAG_CAPTION, GUMBO_TAG_COLGROUP,
                      GUMBO_TAG_DD,       GUMBO_TAG_DT,       GUMBO_TAG_H1,      GUMBO_TAG_H2,
                      GUMBO_TAG_H3,       GUMBO_TAG_H4,       GUMBO_TAG_H5,      GUMBO_TAG_H6,
                      GUMBO_TAG_HEAD,     GUMBO_TAG_HTML,     GUMBO_TAG_IFRAME,  GUMBO_TAG_LI,
                      GUMBO_TAG_OPTGROUP, GUMBO_TAG_OPTION,   GUMBO_TAG_P,       GUMBO_TAG_SCRIPT,
                      GUMBO_TAG_STYLE,    GUMBO_TAG_TBODY,    GUMBO_TAG_TD,      GUMBO_TAG_TEXTAREA,
                      GUMBO_TAG_TFOOT,    GUMBO_TAG_TH,       GUMBO_TAG_THEAD,   GUMBO_TAG_TITLE,
                      GUMBO_TAG_TR,       GUMBO_TAG_NOFRAMES, GUMBO_TAG_XMP,     GUMBO_TAG_NOEMBED};

constexpr TagSet in_line{GUMBO_TAG_SPAN,   GUMBO_TAG_Q,    GUMBO_TAG_CITE, GUMBO_TAG_ABBR,
                         GUMBO_TAG_TIME,   GUMBO_TAG_SUB,  GUMBO_TAG_SUP,  GUMBO_TAG_MARK,
                         GUMBO_TAG_INS,    GUMBO_TAG_DEL,  GUMBO_TAG_KBD,  GUMBO_TAG_SAMP,
                         GUMBO_TAG_VAR,    GUMBO_TAG_DATA, GUMBO_TAG_DFN,  GUMBO_TAG_LABEL,
                         GUMBO_TAG_BDI,    GUMBO_TAG_BDO,  GUMBO_TAG_RUBY, GUMBO_TAG_ACRONYM,
                         GUMBO_TAG_UNKNOWN};

// An end tag inside one of these does not reach an element outside.
constexpr TagSet barriers{GUMBO_TAG_TABLE,    GUMBO_TAG_OBJECT, GUMBO_TAG_APPLET, GUMBO_TAG_MARQUEE,
                          GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,    GUMBO_TAG_MATH};

// The elements that are open, as far as they nest.
class OpenElements {
 public:
  // False where the element lies too deep.
  bool open(const Tag& tag) {
    if (stack_.size() == max_depth) {
      ++too_deep_;
      return false;
    }
    stack_.push_back(tag);
    return true;
  }

  // False where the element's start was refused. Ends what is left open inside it.
  bool close(const Tag& tag) {
    if (too_deep_ > 0) {
      --too_deep_;
      return false;
    }
    for (std::size_t i = stack_.size(); i-- > 0;) {
      if (same(stack_[i], tag)) {
        stack_.resize(i);
        break;
      }
      const bool stops = in_line.contains(tag.kind) ? !in_line.contains(stack_[i].kind)
                                                    : barriers.contains(stack_[i].kind);
      if (stops) break;
    }
    return true;
  }

 private:
  static bool same(const Tag& one, const Tag& other) {
    return one.kind == other.kind && (one.kind != GUMBO_TAG_UNKNOWN || one.name == other.name);
  }

  std::vector<Tag> stack_;
  std::size_t too_deep_ = 0;
};

class Rewriting {
 public:
  explicit Rewriting(std::string_view page) : page_(page), xhtml_(page.starts_with("<?xml")) {
    plain_.reserve(page.size());
  }

  std::string run() {
    TagScanner tags(page_);
    while (const auto tag = tags.next()) {
      if (!keeps(*tag)) {
        drop(*tag);
      } else if (!tag->closing) {
        bound_attributes(*tag);
        if (xhtml_ && tag->self_closing && !empty.contains(tag->kind)) {
          insert(tag->end, "</");
          plain_.append(tag->name).append(">");
        }
      } else if (tag->kind == GUMBO_TAG_FORM) {
        insert(tag->begin,
               "<!---->");  // without it, gumbo 0.10 puts the form's last text behind it
      }
    }
    return std::move(plain_.append(page_, copied_));
  }

 private:
  bool keeps(const Tag& tag) {
    if (formatting.contains(tag.kind)) return false;
    if (tag.kind == GUMBO_TAG_HTML || tag.kind == GUMBO_TAG_BODY) return ++roots_ <= max_roots;
    if (empty.contains(tag.kind) || flat.contains(tag.kind)) return true;
    if (tag.closing) return open_.close(tag);
    return (xhtml_ && tag.self_closing) || open_.open(tag);
  }

  void drop(const Tag& tag) {
    plain_.append(page_, copied_, tag.begin - copied_);
    copied_ = tag.end;
  }

  void bound_attributes(const Tag& tag) {
    std::string_view rest = tag.attributes;
    std::size_t count = 0;
    while (count < max_attributes && next_attribute(rest)) ++count;
    if (count < max_attributes || rest.empty()) return;
    const std::size_t end = tag.end - 1 - rest.size();
    plain_.append(page_, copied_, end - copied_).append(" >");
    copied_ = tag.end;
  }

  void insert(std::size_t at, std::string_view text) {
    plain_.append(page_, copied_, at - copied_).append(text);
    copied_ = at;
  }

  std::string_view page_;
  bool xhtml_;
  std::size_t roots_ = 0;  // tags of <html> and <body>, which collect attributes
  OpenElements open_;
  std::string plain_;
  std::size_t copied_ = 0;  // bytes of the page that are dealt with
};

}  // namespace

std::string plain_markup(std::string_view html) { return Rewriting(html).run(); }

}  // namespace faktum
