#include "html/tag_scanner.hpp"

#include <algorithm>

#include "html/tag_set.hpp"
#include "text/ascii.hpp"

namespace faktum {
namespace {

constexpr std::string_view spaces = " \t\n\f\r";

constexpr TagSet raw_text{GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,   GUMBO_TAG_TITLE,
                          GUMBO_TAG_TEXTAREA, GUMBO_TAG_XMP,     GUMBO_TAG_IFRAME,
                          GUMBO_TAG_NOEMBED,  GUMBO_TAG_NOFRAMES};

constexpr auto lowered = [](char c) { return ascii_lower(c); };

bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

std::size_t past(std::string_view text, std::string_view end, std::size_t from) {
  const std::size_t found = text.find(end, from);
  return found == std::string_view::npos ? text.size() : found + end.size();
}

// Behind the "-->" or "--!>" that comes first.
std::size_t past_comment(std::string_view text, std::size_t from) {
  for (std::size_t at = from; (at = text.find("--", at)) != std::string_view::npos; ++at) {
    for (const std::string_view end : {"-->", "--!>"}) {
      if (text.substr(at).starts_with(end)) return at + end.size();
    }
  }
  return text.size();
}

}  // namespace

bool equal_in_any_case(std::string_view text, std::string_view lower_case) {
  return std::ranges::equal(text, lower_case, {}, lowered);
}

std::optional<Tag> TagScanner::next() {
  while ((at_ = page_.find('<', at_)) != std::string_view::npos) {
    const std::size_t begin = at_;
    const char second = begin + 1 < page_.size() ? page_[begin + 1] : '\0';
    const char third = begin + 2 < page_.size() ? page_[begin + 2] : '\0';
    if (is_letter(second) || (second == '/' && is_letter(third))) {
      auto tag = read_tag(begin);
      if (tag && !tag->closing && raw_text.contains(tag->kind)) skip_raw_text(tag->name);
      return tag;
    }
    if (second == '!' || second == '?' || (second == '/' && third != '\0')) {
      skip_declaration(begin);
    } else {
      ++at_;
    }
  }
  at_ = page_.size();
  return std::nullopt;
}

std::optional<Tag> TagScanner::read_tag(std::size_t begin) {
  Tag tag;
  tag.begin = begin;
  tag.closing = page_[begin + 1] == '/';
  const std::size_t name = begin + (tag.closing ? 2 : 1);
  const std::size_t name_end = page_.find_first_of(" \t\n\f\r/>", name);
  if (name_end == std::string_view::npos) {
    at_ = page_.size();
    return std::nullopt;
  }
  tag.name = page_.substr(name, name_end - name);
  tag.kind = gumbo_tagn_enum(tag.name.data(), static_cast<unsigned>(tag.name.size()));
  std::string_view rest = page_.substr(name_end);
  while (next_attribute(rest)) {
  }
  if (rest.empty()) {
    at_ = page_.size();
    return std::nullopt;
  }
  const std::size_t close = page_.size() - rest.size();
  tag.attributes = page_.substr(name_end, close - name_end);
  tag.self_closing = page_[close - 1] == '/';
  tag.end = at_ = close + 1;
  return tag;
}

// Comments end at "-->" or "--!>", all other declarations at ">".
void TagScanner::skip_declaration(std::size_t begin) {
  const std::string_view rest = page_.substr(begin);
  const bool comment =
      rest.starts_with("<!--") && !rest.starts_with("<!-->") && !rest.starts_with("<!--->");
  at_ = comment ? past_comment(page_, begin + 4) : past(page_, ">", begin);
}

void TagScanner::skip_raw_text(std::string_view name) {
  for (std::size_t at = at_; (at = page_.find("</", at)) != std::string_view::npos; ++at) {
    const std::size_t end = at + 2 + name.size();
    if (end >= page_.size()) break;
    const bool delimited =
        std::string_view(" \t\n\f\r/>").find(page_[end]) != std::string_view::npos;
    if (delimited &&
        std::ranges::equal(page_.substr(at + 2, name.size()), name, {}, lowered, lowered)) {
      at_ = at;
      return;
    }
  }
  at_ = page_.size();
}

std::optional<Attribute> next_attribute(std::string_view& attributes) {
  const std::size_t begin = attributes.find_first_not_of(" \t\n\f\r/");
  attributes.remove_prefix(std::min(begin, attributes.size()));
  if (attributes.empty() || attributes.front() == '>') return std::nullopt;
  Attribute attribute;
  const std::size_t name_end = attributes.find_first_of(" \t\n\f\r/>=", 1);
  attribute.name = attributes.substr(0, name_end);
  attributes.remove_prefix(attribute.name.size());
  const std::size_t sign = attributes.find_first_not_of(spaces);
  if (sign == std::string_view::npos || attributes[sign] != '=') return attribute;
  const std::size_t value = attributes.find_first_not_of(spaces, sign + 1);
  attributes.remove_prefix(std::min(value, attributes.size()));
  if (attributes.empty()) return attribute;
  const char quote = attributes.front();
  if (quote == '"' || quote == '\'') {
    const std::size_t close = attributes.find(quote, 1);
    attribute.value = attributes.substr(1, close == std::string_view::npos ? close : close - 1);
    attributes.remove_prefix(close == std::string_view::npos ? attributes.size() : close + 1);
  } else {
    attribute.value = attributes.substr(0, attributes.find_first_of(" \t\n\f\r>"));
    attributes.remove_prefix(attribute.value.size());
  }
  return attribute;
}

}  // namespace faktum
