#include "html/declared_encoding.hpp"

#include <algorithm>
#include <array>

#include "html/tag_scanner.hpp"
#include "text/ascii.hpp"
#include "text/decode.hpp"
#include "text/encoding.hpp"

namespace faktum {
namespace {

constexpr std::size_t window = 4096;
constexpr std::string_view spaces = " \t\n\f\r";

void skip_spaces(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
}

// "charset=utf-8" in "text/html; charset=utf-8", or "encoding='utf-8'"; empty where it is not.
std::string_view named_in(std::string_view text, std::string_view lower_case_key) {
  const std::string lower = ascii_lower(text);
  const std::size_t key = lower.find(lower_case_key);
  if (key == std::string::npos) return {};
  text.remove_prefix(key + lower_case_key.size());
  skip_spaces(text);
  if (!text.starts_with('=')) return {};
  text.remove_prefix(1);
  skip_spaces(text);
  if (text.starts_with('"') || text.starts_with('\'')) {
    return text.substr(1, text.find(text.front(), 1) - 1);
  }
  return text.substr(0, text.find_first_of(" \t\n\f\r;>?"));
}

std::string_view label_of(const Tag& meta) {
  std::string_view content;
  bool is_content_type = false;
  std::string_view attributes = meta.attributes;
  while (const auto attribute = next_attribute(attributes)) {
    if (equal_in_any_case(attribute->name, "charset")) return attribute->value;
    if (equal_in_any_case(attribute->name, "content")) content = attribute->value;
    is_content_type = is_content_type || (equal_in_any_case(attribute->name, "http-equiv") &&
                                          equal_in_any_case(attribute->value, "content-type"));
  }
  return is_content_type ? named_in(content, "charset") : std::string_view();
}

}  // namespace

bool looks_like_html(std::string_view bytes) {
  constexpr std::array<std::string_view, 11> beginnings = {
      "<!doctype html", "<html", "<head", "<body",    "<article", "<title",
      "<meta",          "<main", "<div",  "<section", "<script"};
  bytes = bytes.substr(0, window);
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  skip_spaces(bytes);
  const bool xml = bytes.starts_with("<?xml");
  while (bytes.starts_with("<!--") || bytes.starts_with("<?xml")) {
    const std::string_view end = bytes.starts_with("<!--") ? "-->" : ">";
    const std::size_t found = bytes.find(end);
    if (found == std::string_view::npos) return false;
    bytes.remove_prefix(found + end.size());
    skip_spaces(bytes);
  }
  const std::string begin = ascii_lower(bytes.substr(0, 16));
  const auto begins_with = [&](std::string_view beginning) {
    if (!begin.starts_with(beginning)) return false;
    return std::string_view(" \t\n\f\r/>").find(begin.c_str()[beginning.size()]) !=
           std::string_view::npos;
  };
  const std::size_t known = xml ? 2 : beginnings.size();  // other XML is no page
  return std::any_of(beginnings.begin(), beginnings.begin() + static_cast<std::ptrdiff_t>(known),
                     begins_with);
}

std::string declared_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, window);
  if (bytes.starts_with("<?xml")) {
    const std::string_view declaration = bytes.substr(0, bytes.find('>'));
    if (auto name = encoding_of_label(named_in(declaration, "encoding"))) return *name;
  }
  TagScanner tags(bytes);
  while (const auto tag = tags.next()) {
    if (tag->closing || tag->kind != GUMBO_TAG_META) continue;
    if (auto name = encoding_of_label(label_of(*tag))) return *name;
  }
  return {};
}

}  // namespace faktum
