#include "html/metadata.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "html/block_text.hpp"
#include "html/json_ld.hpp"
#include "html/tag_set.hpp"
#include "input/dateline.hpp"
#include "text/ascii.hpp"

namespace faktum {
namespace {

// Sources by their worth; the first of each stands.
enum class Source : std::uint8_t {
  json_ld_article,
  open_graph,
  microdata,
  meta,
  marked_time,
  json_ld_page,
  plain,  // <title>, <time>
  none
};

template <typename Value>
class Best {
 public:
  void offer(Source source, std::optional<Value> value) {
    if (!value || source >= source_) return;
    source_ = source;
    value_ = std::move(value);
  }

  [[nodiscard]] const std::optional<Value>& value() const { return value_; }

 private:
  Source source_ = Source::none;
  std::optional<Value> value_;
};

using Name = std::pair<std::string_view, Source>;

constexpr std::array<Name, 5> title_names = {{{"og:title", Source::open_graph},
                                              {"twitter:title", Source::open_graph},
                                              {"headline", Source::microdata},
                                              {"dc.title", Source::meta},
                                              {"dcterms.title", Source::meta}}};

constexpr std::array<Name, 20> date_names = {{{"article:published_time", Source::open_graph},
                                              {"og:article:published_time", Source::open_graph},
                                              {"og:published_time", Source::open_graph},
                                              {"article:published", Source::open_graph},
                                              {"datepublished", Source::microdata},
                                              {"date", Source::meta},
                                              {"dc.date", Source::meta},
                                              {"dc.date.issued", Source::meta},
                                              {"dc.date.created", Source::meta},
                                              {"dc:date", Source::meta},
                                              {"dcterms.date", Source::meta},
                                              {"dcterms.issued", Source::meta},
                                              {"dcterms.created", Source::meta},
                                              {"publish-date", Source::meta},
                                              {"publishdate", Source::meta},
                                              {"publication_date", Source::meta},
                                              {"pubdate", Source::meta},
                                              {"parsely-pub-date", Source::meta},
                                              {"sailthru.date", Source::meta},
                                              {"last-published", Source::meta}}};

constexpr std::array<Name, 4> language_names = {{{"og:locale", Source::meta},
                                                 {"content-language", Source::open_graph},
                                                 {"language", Source::meta},
                                                 {"inlanguage", Source::meta}}};

template <std::size_t N>
std::optional<Source> source_of(const std::array<Name, N>& names, std::string_view name) {
  for (const auto& [known, source] : names) {
    if (known == name) return source;
  }
  return std::nullopt;
}

std::optional<std::string> title_of(std::string_view text) {
  std::string title = collapsed(text);
  if (title.empty()) return std::nullopt;
  return title;
}

std::optional<Date> date_of(std::string_view text) { return parse_written_date(collapsed(text)); }

class Reading {
 public:
  void see(const GumboNode& element) {
    switch (tag_of(element)) {
      case GUMBO_TAG_META:
        see_meta(element);
        break;
      case GUMBO_TAG_SCRIPT:
        if (ascii_lower(attribute(element, "type")).starts_with("application/ld+json")) {
          see_json_ld(element);
        }
        break;
      case GUMBO_TAG_TITLE:
        title_.offer(Source::plain, title_of(line_text(element)));
        break;
      case GUMBO_TAG_HTML:
        language_.offer(Source::json_ld_article, language_tag(attribute(element, "lang")));
        language_.offer(Source::json_ld_article, language_tag(attribute(element, "xml:lang")));
        break;
      default:
        see_item(element);
    }
  }

  void see_time(const GumboNode& time, bool marked) {
    published_.offer(marked ? Source::marked_time : Source::plain,
                     date_of(attribute(time, "datetime")));
  }

  [[nodiscard]] Metadata best() const {
    return {title_.value(), published_.value(), language_.value()};
  }

 private:
  void see_meta(const GumboNode& meta) {
    const std::string_view content = attribute(meta, "content");
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = ascii_lower(attribute(meta, key));
      if (const auto source = source_of(title_names, name)) {
        title_.offer(*source, title_of(content));
      } else if (const auto date = source_of(date_names, name)) {
        published_.offer(*date, date_of(content));
      } else if (const auto language = source_of(language_names, name)) {
        language_.offer(*language, language_tag(content));
      }
    }
  }

  // Microdata in the text: <time itemprop="datePublished" datetime="...">, <h1
  // itemprop="headline">.
  void see_item(const GumboNode& element) {
    const std::string_view property = attribute(element, "itemprop");
    if (property == "headline") title_.offer(Source::microdata, title_of(line_text(element)));
    if (property != "datePublished") return;
    for (const char* key : {"datetime", "content"}) {
      published_.offer(Source::microdata, date_of(attribute(element, key)));
    }
    published_.offer(Source::microdata, date_of(line_text(element)));
  }

  void see_json_ld(const GumboNode& script) {
    for (const GumboNode* text : children(script)) {
      for (const DescribedWork& work : read_json_ld(text_of(*text))) {
        const Source source = work.article ? Source::json_ld_article : Source::json_ld_page;
        // Many programs escape it twice.
        title_.offer(source, title_of(line_text(Page(work.headline).root())));
        published_.offer(source, date_of(work.published));
        language_.offer(Source::json_ld_page, language_tag(work.language));
      }
    }
  }

  Best<std::string> title_;
  Best<Date> published_;
  Best<std::string> language_;
};

bool holds_any(std::string_view text, const auto& words) {
  const std::string lower = ascii_lower(text);
  return std::ranges::any_of(
      words, [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool says_published(const GumboNode& time) {
  constexpr std::array<std::string_view, 5> words = {"publish", "entry-date", "pubdate", "posted",
                                                     "created"};
  return find_attribute(time, "pubdate") != nullptr || holds_any(attribute(time, "class"), words);
}

bool says_changed(const GumboNode& time) {
  constexpr std::array<std::string_view, 4> words = {"modified", "update", "changed",
                                                     "aktualisiert"};
  return holds_any(attribute(time, "class"), words) ||
         holds_any(attribute(time, "itemprop"), words);
}

// A paragraph longer than a line about author and date.
bool in_running_text(const GumboNode& time, const Survey& survey) {
  constexpr std::size_t longest_dateline = 140;  // bytes without white space
  constexpr TagSet running{GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_TD, GUMBO_TAG_BLOCKQUOTE};
  const GumboNode* block =
      find_around(time, [&](const GumboNode& around) { return running.contains(tag_of(around)); });
  return block != nullptr && survey.of(*block).text > longest_dateline;
}

}  // namespace

Metadata read_metadata(const Page& page, const Survey& survey, const GumboNode& main) {
  Reading reading;
  walk(page.root(), [&](const GumboNode& node) {
    const bool seen = is_element(node) && tag_of(node) != GUMBO_TAG_SVG;
    if (seen) reading.see(node);
    return seen;
  });
  walk(main, [&](const GumboNode& node) {
    if (tag_of(node) == GUMBO_TAG_TIME && !says_changed(node)) {
      const bool marked = says_published(node);
      if (marked || !in_running_text(node, survey)) reading.see_time(node, marked);
    }
    return is_element(node);
  });
  return reading.best();
}

std::optional<std::string> language_tag(std::string_view text) {
  std::string tag = collapsed(text);
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= tag.size(); ++i) {
    if (i < tag.size() && tag[i] != '-' && tag[i] != '_') {
      const bool letter = is_ascii_lower(tag[i]) || is_ascii_upper(tag[i]);
      const bool digit = is_ascii_digit(tag[i]);
      if (!letter && !(digit && begin > 0)) return std::nullopt;
      continue;
    }
    const std::size_t size = i - begin;
    if (size == 0 || size > 8 || (begin == 0 && size != 2 && size != 3)) return std::nullopt;
    const bool region = begin > 0 && size == 2;
    for (std::size_t c = begin; c < i; ++c) {
      const bool small = is_ascii_lower(tag[c]);
      const bool capital = is_ascii_upper(tag[c]);
      if (region && small) tag[c] = static_cast<char>(tag[c] - 'a' + 'A');
      if (!region && capital && begin == 0) tag[c] = ascii_lower(tag[c]);
    }
    if (i < tag.size()) tag[i] = '-';
    begin = i + 1;
  }
  return tag;
}

}  // namespace faktum
