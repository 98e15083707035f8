#include "html/clutter.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "html/tag_set.hpp"
#include "text/ascii.hpp"
#include "text/word_table.hpp"

namespace faktum {
namespace {

constexpr TagSet no_text{
    GUMBO_TAG_SCRIPT,  GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_HEAD,
    GUMBO_TAG_SELECT,  GUMBO_TAG_OPTION, GUMBO_TAG_TEXTAREA, GUMBO_TAG_DATALIST, GUMBO_TAG_IFRAME,
    GUMBO_TAG_OBJECT,  GUMBO_TAG_EMBED,  GUMBO_TAG_APPLET,   GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,
    GUMBO_TAG_CANVAS,  GUMBO_TAG_SVG,    GUMBO_TAG_MATH,     GUMBO_TAG_MAP,      GUMBO_TAG_NOFRAMES,
    GUMBO_TAG_NOEMBED, GUMBO_TAG_BUTTON, GUMBO_TAG_INPUT,    GUMBO_TAG_LABEL,    GUMBO_TAG_PROGRESS,
    GUMBO_TAG_METER};

constexpr TagSet never_article{GUMBO_TAG_NAV, GUMBO_TAG_FOOTER, GUMBO_TAG_ASIDE, GUMBO_TAG_MENU};

constexpr TagSet never_by_words{GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_MAIN, GUMBO_TAG_H1};

constexpr WordTable clutter_roles({"navigation", "banner", "contentinfo", "complementary", "search",
                                   "dialog", "alertdialog", "alert", "menu", "menubar", "toolbar",
                                   "button", "form", "tooltip"});

// Whole names of a class.
constexpr WordTable hiding_classes({"hidden", "hide", "is-hidden", "u-hidden", "d-none",
                                    "invisible", "sr-only", "visually-hidden", "visuallyhidden",
                                    "screen-reader-text", "screenreader", "noprint-only"});

// Words of a class or id.
constexpr WordTable clutter_words({"gdpr",           "dsgvo",      "usercentrics", "onetrust",
                                   "didomi",         "cmp",        "borlabs",      "klaro",
                                   "comment",        "comments",   "commentlist",  "commentform",
                                   "kommentare",     "disqus",     "outbrain",     "taboola",
                                   "plista",         "sharedaddy", "addthis",      "shariff",
                                   "jp-relatedposts"});

constexpr WordTable doubtful_words(
    {"nav",         "navi",      "navbar",  "navigation", "menu",       "menue",    "breadcrumb",
     "breadcrumbs", "sidebar",   "footer",  "search",     "suche",      "modal",    "overlay",
     "popup",       "lightbox",  "ad",      "ads",        "adslot",     "adbox",    "anzeige",
     "anzeigen",    "werbung",   "social",  "toolbar",    "pagination", "pager",    "login",
     "banner",      "sponsor",   "paywall", "copyright",  "credit",     "player",   "rating",
     "skip",        "kommentar", "forum",   "toc",        "share",      "sharebar", "sharing",
     "shares",      "teilen",    "merken",  "subscribe",  "abo",        "captcha"});

constexpr WordTable linked_words({"readmore", "weiterlesen", "linklist", "linkliste", "tags",
                                  "taglist", "tagcloud", "schlagworte", "author", "autor", "bio",
                                  "promo", "recirc", "mehr", "topics", "themen", "archive",
                                  "archiv"});

// Beginnings of words.
constexpr std::array<std::string_view, 7> clutter_stems = {
    "cookie", "consent", "newsletter", "related", "recommend", "empfehl", "advert"};
constexpr std::string_view linked_stem = "teaser";

// Names of classes by which blogs say what an article is about or how it is laid out, not what an
// element is for.
constexpr std::array<std::string_view, 12> other_prefixes = {
    "tag-", "category-", "kategorie-", "has-",  "with-",   "without-",
    "no-",  "type-",     "format-",    "post-", "single-", "status-"};

bool begins_with_any(std::string_view text, const auto& beginnings) {
  return std::ranges::any_of(beginnings,
                             [&](auto beginning) { return text.starts_with(beginning); });
}

Clutter clutter_of_word(std::string_view word) {
  if (clutter_words.contains(word) || begins_with_any(word, clutter_stems)) return Clutter::always;
  if (doubtful_words.contains(word)) return Clutter::unless_main;
  if (linked_words.contains(word) || word.starts_with(linked_stem)) return Clutter::if_linked;
  return Clutter::none;
}

bool is_lower(char c) { return is_ascii_lower(c) || is_ascii_digit(c); }

// "articleTeaser_box" -> article, teaser, box.
Clutter clutter_of_name(std::string_view name) {
  Clutter strongest = Clutter::none;
  std::string word;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    const char c = i < name.size() ? name[i] : ' ';
    const bool hump = is_ascii_upper(c) && i > 0 && is_lower(name[i - 1]);
    if (hump || !(is_ascii_upper(c) || is_lower(c))) {
      strongest = std::max(strongest, clutter_of_word(word));
      word.clear();
    }
    if (is_ascii_upper(c) || is_lower(c)) word += ascii_lower(c);
  }
  return strongest;
}

// Calls `see` with each part of `names` between white space.
void each_name(std::string_view names, const auto& see) {
  constexpr std::string_view spaces = " \t\n\f\r";
  while (true) {
    names.remove_prefix(std::min(names.find_first_not_of(spaces), names.size()));
    if (names.empty()) return;
    const std::string_view name = names.substr(0, names.find_first_of(spaces));
    see(name);
    names.remove_prefix(name.size());
  }
}

Clutter clutter_by_names(const GumboNode& element) {
  Clutter strongest = Clutter::none;
  for (const char* key : {"class", "id"}) {
    each_name(attribute(element, key), [&](std::string_view name) {
      if (begins_with_any(name, other_prefixes)) return;
      strongest = std::max(strongest, clutter_of_name(name));
    });
  }
  return strongest;
}

bool is_hidden(const GumboNode& element) {
  if (find_attribute(element, "hidden") != nullptr) return true;
  if (attribute(element, "aria-hidden") == "true") return true;
  std::string style;
  for (const char c : attribute(element, "style")) {
    if (c != ' ') style += ascii_lower(c);
  }
  if (style.find("display:none") != std::string::npos ||
      style.find("visibility:hidden") != std::string::npos) {
    return true;
  }
  bool hidden = false;
  each_name(attribute(element, "class"),
            [&](std::string_view name) { hidden = hidden || hiding_classes.contains(name); });
  return hidden;
}

// Elements of AMP pages, which HTML does not know.
bool is_amp_clutter(const GumboNode& element) {
  constexpr WordTable names({"amp-ad", "amp-sidebar", "amp-consent", "amp-social-share",
                             "amp-user-notification", "amp-embed", "amp-iframe", "amp-analytics",
                             "amp-video", "amp-youtube", "amp-sticky-ad", "dialog"});
  return names.contains(unknown_name(element));
}

}  // namespace

Clutter clutter_by_tag(const GumboNode& element) {
  const GumboTag tag = tag_of(element);
  if (no_text.contains(tag)) return Clutter::no_text;
  if (never_article.contains(tag)) return Clutter::always;
  if (tag == GUMBO_TAG_UNKNOWN) return is_amp_clutter(element) ? Clutter::no_text : Clutter::none;
  if (tag == GUMBO_TAG_FORM) return Clutter::unless_main;
  if (tag != GUMBO_TAG_HEADER) return Clutter::none;
  const bool of_article = find_around(element, [](const GumboNode& around) {
                            return is_article(around) || is_main(around) || is_article_body(around);
                          }) != nullptr;
  return of_article ? Clutter::none : Clutter::unless_main;
}

Clutter clutter_of(const GumboNode& element) {
  const Clutter by_tag = clutter_by_tag(element);
  if (by_tag >= Clutter::always || never_by_words.contains(tag_of(element))) return by_tag;
  if (is_hidden(element)) return Clutter::always;
  if (clutter_roles.contains(attribute(element, "role"))) return Clutter::unless_main;
  if (is_article_body(element) || is_main(element)) return by_tag;
  return std::max(by_tag, clutter_by_names(element));
}

bool is_article_body(const GumboNode& element) {
  return attribute(element, "itemprop").find("articleBody") != std::string_view::npos;
}

bool is_article(const GumboNode& element) {
  return tag_of(element) == GUMBO_TAG_ARTICLE || attribute(element, "role") == "article";
}

bool is_main(const GumboNode& element) {
  return tag_of(element) == GUMBO_TAG_MAIN || attribute(element, "role") == "main";
}

}  // namespace faktum
