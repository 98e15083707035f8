// A page as a tree of elements, and ways to walk it.
#pragma once

#include <gumbo.h>

#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace faktum {

// Owns its tree: nodes and what they hold live as long as it. All of it lies in one arena and goes
// at once, so no depth of nesting overflows a stack.
class Page {
 public:
  // `html` is valid UTF-8.
  explicit Page(std::string_view html);

  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;

  // The element <html>, which every page has.
  [[nodiscard]] const GumboNode& root() const { return *root_; }

 private:
  std::string markup_;
  std::pmr::monotonic_buffer_resource arena_;
  const GumboNode* root_;
};

[[nodiscard]] bool is_element(const GumboNode&);

// GUMBO_TAG_LAST where the node is no HTML element.
[[nodiscard]] GumboTag tag_of(const GumboNode&);

// The name of an element that HTML does not know, as written ("amp-ad").
[[nodiscard]] std::string_view unknown_name(const GumboNode& element);

// None where the node is no element.
[[nodiscard]] std::span<const GumboNode* const> children(const GumboNode&);

// Null where there is no such attribute; values have their entities resolved.
[[nodiscard]] const char* find_attribute(const GumboNode& element, const char* name);

// Empty where there is no such attribute.
[[nodiscard]] std::string_view attribute(const GumboNode& element, const char* name);

// Of a node of text (white space and CDATA too); empty for others.
[[nodiscard]] std::string_view text_of(const GumboNode&);

// The nearest element around `node` for which `wanted` holds, or null.
template <typename Wanted>
const GumboNode* find_around(const GumboNode& node, Wanted wanted) {
  const GumboNode* around = node.parent;
  while (around != nullptr && !(is_element(*around) && wanted(*around))) around = around->parent;
  return around;
}

// Visits `root` and all below in document order, without recursion: enter(node) says whether to go
// into it; then its children follow, and leave(node).
template <typename Enter, typename Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  if (!enter(root)) return;
  std::vector<std::pair<const GumboNode*, std::size_t>> open = {{&root, 0}};
  while (!open.empty()) {
    auto& [node, next] = open.back();
    const auto inside = children(*node);
    if (next == inside.size()) {
      leave(*node);
      open.pop_back();
    } else if (const GumboNode* child = inside[next++]; enter(*child)) {
      open.emplace_back(child, 0);
    }
  }
}

template <typename Enter>
void walk(const GumboNode& root, Enter enter) {
  walk(root, enter, [](const GumboNode&) {});
}

}  // namespace faktum
