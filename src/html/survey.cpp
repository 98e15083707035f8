#include "html/survey.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "html/clutter.hpp"
#include "html/tag_set.hpp"

namespace faktum {
namespace {

using Measures = std::unordered_map<const GumboNode*, Measure>;

constexpr TagSet blocks_of_links{GUMBO_TAG_UL,  GUMBO_TAG_OL,    GUMBO_TAG_DL,
                                 GUMBO_TAG_DIV, GUMBO_TAG_TABLE, GUMBO_TAG_SECTION};

// A longer one is a link that nobody closed.
constexpr std::size_t longest_link = 600;  // bytes

std::size_t count_text(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

// Anchors and links within the page are text.
bool is_link(const GumboNode& element) {
  const std::string_view target = attribute(element, "href");
  return tag_of(element) == GUMBO_TAG_A && !target.empty() && target.front() != '#';
}

template <typename LeaveOut>
Measures measure(const GumboNode& root, LeaveOut leave_out) {
  Measures measures;
  std::vector<Measure> open;
  const auto enter = [&](const GumboNode& node) {
    if (!is_element(node)) {
      if (!open.empty()) open.back().text += count_text(text_of(node));
      return false;
    }
    if (leave_out(node)) return false;
    Measure own;
    own.body = is_article_body(node) || is_main(node);
    own.article = own.body || is_article(node);
    open.push_back(own);
    return true;
  };
  const auto leave = [&](const GumboNode& node) {
    Measure done = open.back();
    open.pop_back();
    if (is_link(node) && done.text < longest_link) {
      done.linked = done.text;
      ++done.links;
    }
    measures.emplace(&node, done);
    if (open.empty()) return;
    Measure& around = open.back();
    around.text += done.text;
    around.linked += done.linked;
    around.links += done.links;
    around.article = around.article || done.article;
    around.body = around.body || done.body;
  };
  walk(root, enter, leave);
  return measures;
}

// A block that is little but links. A cell of a table may be one link, as in a list of products.
bool is_list_of_links(const GumboNode& element, const Measure& measure) {
  if (measure.links == 0 || measure.text == 0) return false;
  const GumboTag tag = tag_of(element);
  const std::size_t share = measure.linked * 100 / measure.text;
  if (tag == GUMBO_TAG_P) return share >= 90;
  if (tag == GUMBO_TAG_TD) return share >= 75 && measure.links >= 4;
  return blocks_of_links.contains(tag) && share >= 75;
}

bool is_left_out(const GumboNode& element, const Measure& measure, std::size_t all_text) {
  const bool much = measure.text * 2 > all_text;
  switch (clutter_of(element)) {
    case Clutter::no_text:
      return true;
    case Clutter::always:
      return !measure.body;
    case Clutter::unless_main:
      if (!measure.article && !much) return true;
      break;
    case Clutter::if_linked:
      if (measure.links > 0 && measure.linked * 5 >= measure.text && !measure.body) return true;
      break;
    case Clutter::none:
      break;
  }
  return is_list_of_links(element, measure);
}

}  // namespace

Survey::Survey(const Page& page, Strictness strictness) {
  const auto by_tag = [](Clutter least) {
    return [least](const GumboNode& element) { return clutter_by_tag(element) >= least; };
  };
  if (strictness == Strictness::tags) {
    measures_ = measure(page.root(), by_tag(Clutter::always));
    walk(page.root(), [&](const GumboNode& node) {
      if (!is_element(node) || measures_.contains(&node)) return is_element(node);
      left_out_.insert(&node);
      return false;
    });
    return;
  }
  const Measures all = measure(page.root(), by_tag(Clutter::no_text));
  const std::size_t all_text = all.at(&page.root()).text;
  walk(page.root(), [&](const GumboNode& node) {
    if (!is_element(node)) return false;
    const auto found = all.find(&node);
    if (found != all.end() && !is_left_out(node, found->second, all_text)) return true;
    left_out_.insert(&node);
    return false;
  });
  measures_ = measure(page.root(), [&](const GumboNode& node) { return leaves_out(node); });
}

Measure Survey::of(const GumboNode& element) const {
  const auto found = measures_.find(&element);
  return found == measures_.end() ? Measure{} : found->second;
}

}  // namespace faktum
