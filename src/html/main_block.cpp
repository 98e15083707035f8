#include "html/main_block.hpp"

#include <cstddef>
#include <string_view>

#include "html/clutter.hpp"
#include "html/tag_set.hpp"

namespace faktum {
namespace {

constexpr TagSet containers{GUMBO_TAG_HTML,  GUMBO_TAG_BODY,   GUMBO_TAG_DIV,  GUMBO_TAG_SECTION,
                            GUMBO_TAG_TABLE, GUMBO_TAG_TBODY,  GUMBO_TAG_TR,   GUMBO_TAG_TD,
                            GUMBO_TAG_FORM,  GUMBO_TAG_CENTER, GUMBO_TAG_SPAN, GUMBO_TAG_UNKNOWN};

// An element and how much of its text is not linked.
struct Candidate {
  const GumboNode* node = nullptr;
  std::size_t text = 0;
  bool sure = false;  // says that it is the article, not one of many

  void offer(const Candidate& other) {
    const bool better = other.sure != sure ? other.sure : other.text > text;
    if (other.text > 0 && better) *this = other;
  }
};

struct Candidates {
  Candidate article;
  Candidate main;
};

// schema.org's NewsArticle, BlogPosting and so on.
bool is_item_of_article(const GumboNode& element) {
  const std::string_view type = attribute(element, "itemtype");
  return tag_of(element) != GUMBO_TAG_BODY && tag_of(element) != GUMBO_TAG_HTML &&
         (type.ends_with("Article") || type.ends_with("Posting"));
}

// The article around its body: with headline and lead.
const GumboNode& article_around(const GumboNode& body) {
  const GumboNode* item = find_around(body, [](const GumboNode& around) {
    return is_article(around) || is_item_of_article(around);
  });
  return item == nullptr ? body : *item;
}

Candidates find_candidates(const Page& page, const Survey& survey) {
  Candidates found;
  walk(page.root(), [&](const GumboNode& node) {
    if (!is_element(node) || survey.leaves_out(node)) return false;
    if (is_main(node)) found.main.offer({&node, survey.of(node).unlinked()});
    if (is_article_body(node)) {
      const GumboNode& article = article_around(node);
      found.article.offer({&article, survey.of(article).unlinked(), true});
    } else if (is_article(node)) {
      found.article.offer({&node, survey.of(node).unlinked()});
    }
    return true;
  });
  return found;
}

const GumboNode& densest_block(const GumboNode& root, const Survey& survey) {
  const GumboNode* block = &root;
  for (;;) {
    Candidate best;
    for (const GumboNode* child : children(*block)) {
      if (containers.contains(tag_of(*child))) best.offer({child, survey.of(*child).unlinked()});
    }
    if (best.text == 0 || best.text * 10 < survey.of(*block).unlinked() * 8) return *block;
    block = best.node;
  }
}

}  // namespace

const GumboNode& main_block(const Page& page, const Survey& survey) {
  const auto [article, main] = find_candidates(page, survey);
  const std::size_t all = survey.of(page.root()).unlinked();
  if (all == 0) return page.root();
  if (article.sure && article.text * 4 >= all) return *article.node;
  // Many articles beside each other: the entries of a live ticker.
  if (article.text * 2 >= (main.text > 0 ? main.text : all)) return *article.node;
  if (main.text * 4 >= all && main.text > 0) return *main.node;
  return densest_block(page.root(), survey);
}

}  // namespace faktum
