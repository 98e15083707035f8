#include "html/article.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "html/block_text.hpp"
#include "html/main_block.hpp"
#include "html/metadata.hpp"
#include "html/page.hpp"
#include "html/survey.hpp"

namespace faktum {
namespace {

// The first <h1> in `root` that is not empty; null where there is none.
const GumboNode* find_headline(const GumboNode& root) {
  const GumboNode* headline = nullptr;
  walk(root, [&](const GumboNode& node) {
    const bool wanted = headline == nullptr && tag_of(node) == GUMBO_TAG_H1;
    if (wanted && !line_text(node).empty()) headline = &node;
    return headline == nullptr && is_element(node);
  });
  return headline;
}

bool tells_of(std::string_view title, std::string_view headline) {
  return title.find(headline) != std::string_view::npos ||
         headline.find(title) != std::string_view::npos;
}

// The headline where it stands outside of the article: an <h1> that the title repeats, as others
// hold the name of the site.
std::string headline_outside(const Page& page, const GumboNode& main,
                             const std::optional<std::string>& title) {
  if (!title || find_headline(main) != nullptr) return {};
  const GumboNode* headline = find_headline(page.root());
  if (headline == nullptr) return {};
  std::string text = line_text(*headline);
  return tells_of(*title, text) ? text : std::string();
}

// "Headline | Site" without the site.
void strip_site(std::string& title, const GumboNode& main) {
  constexpr std::array<std::string_view, 6> bars = {" | ", " - ", " – ", " — ", " · ", " :: "};
  const GumboNode* headline = find_headline(main);
  if (headline == nullptr) return;
  const std::string text = line_text(*headline);
  if (!title.starts_with(text)) return;
  const std::string_view rest = std::string_view(title).substr(text.size());
  const auto follows = [&](std::string_view bar) { return rest.starts_with(bar); };
  if (std::ranges::any_of(bars, follows)) title = text;
}

std::string article_text(const Page& page, const Survey& survey, const GumboNode& main,
                         const Metadata& metadata) {
  std::string text = block_text(main, survey);
  const std::string headline = headline_outside(page, main, metadata.title);
  if (headline.empty() || text.empty() || text.starts_with(headline)) return text;
  return headline + "\n\n" + text;
}

}  // namespace

HtmlArticle read_article(std::string_view html) {
  const Page page(html);
  const Survey survey(page, Strictness::names_and_links);
  const GumboNode& main = main_block(page, survey);
  Metadata metadata = read_metadata(page, survey, main);
  HtmlArticle article;
  article.text = article_text(page, survey, main, metadata);
  if (article.text.empty()) article.text = block_text(page.root(), Survey(page, Strictness::tags));
  if (metadata.title) strip_site(*metadata.title, main);
  article.title = std::move(metadata.title);
  article.published = metadata.published;
  article.language = std::move(metadata.language);
  return article;
}

}  // namespace faktum
