#include "html/page.hpp"

#include <cstddef>

#include "html/plain_markup.hpp"

namespace faktum {
namespace {

void* allocate(void* arena, std::size_t size) {
  return static_cast<std::pmr::memory_resource*>(arena)->allocate(size);
}

void leave_to_arena(void*, void*) {}

}  // namespace

Page::Page(std::string_view html) : markup_(plain_markup(html)) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &allocate;
  options.deallocator = &leave_to_arena;
  options.userdata = static_cast<std::pmr::memory_resource*>(&arena_);
  options.max_errors = 0;
  root_ = gumbo_parse_with_options(&options, markup_.data(), markup_.size())->root;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

GumboTag tag_of(const GumboNode& node) {
  const bool html = is_element(node) && node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
  if (html) return node.v.element.tag;
  // The roots of the other namespaces.
  const bool foreign = is_element(node) && (node.v.element.tag == GUMBO_TAG_SVG ||
                                            node.v.element.tag == GUMBO_TAG_MATH);
  return foreign ? node.v.element.tag : GUMBO_TAG_LAST;
}

std::string_view unknown_name(const GumboNode& element) {
  if (tag_of(element) != GUMBO_TAG_UNKNOWN) return {};
  GumboStringPiece name = element.v.element.original_tag;
  if (name.data == nullptr) return {};
  gumbo_tag_from_original_text(&name);
  return {name.data, name.length};
}

std::span<const GumboNode* const> children(const GumboNode& node) {
  if (!is_element(node)) return {};
  const GumboVector& nodes = node.v.element.children;
  return {reinterpret_cast<const GumboNode* const*>(nodes.data), nodes.length};
}

const char* find_attribute(const GumboNode& element, const char* name) {
  if (!is_element(element)) return nullptr;
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  return found == nullptr ? nullptr : found->value;
}

std::string_view attribute(const GumboNode& element, const char* name) {
  const char* value = find_attribute(element, name);
  return value == nullptr ? std::string_view() : value;
}

std::string_view text_of(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      return node.v.text.text;
    default:
      return {};
  }
}

}  // namespace faktum
