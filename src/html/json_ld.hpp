// What a page says of itself in JSON-LD (schema.org).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace faktum {

// A work that a page describes; what is missing is empty.
struct DescribedWork {
  bool article = false;  // NewsArticle, BlogPosting, ...; else WebPage
  std::string headline;
  std::string published;
  std::string language;
};

// The works in the text of one <script type="application/ld+json">, in its order; in arrays and
// below @graph and mainEntity, too. Nothing where it is no JSON.
[[nodiscard]] std::vector<DescribedWork> read_json_ld(std::string_view script);

}  // namespace faktum
