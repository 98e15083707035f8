// How much text the elements of a page hold, and which of them are no part of its article.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "html/page.hpp"

namespace faktum {

struct Measure {
  std::size_t text = 0;    // bytes that are no white space
  std::size_t linked = 0;  // those of them inside links to elsewhere
  std::size_t links = 0;
  bool article = false;  // is or holds <main>, <article> or the like
  bool body = false;     // is or holds itemprop="articleBody" or <main>

  [[nodiscard]] std::size_t unlinked() const { return text - linked; }
};

// How the elements that are left out are known.
enum class Strictness : std::uint8_t { tags, names_and_links };

// Views a page, which must live longer.
class Survey {
 public:
  Survey(const Page&, Strictness);

  [[nodiscard]] bool leaves_out(const GumboNode& node) const { return left_out_.contains(&node); }

  // Of what is not left out.
  [[nodiscard]] Measure of(const GumboNode& element) const;

 private:
  std::unordered_set<const GumboNode*> left_out_;
  std::unordered_map<const GumboNode*, Measure> measures_;
};

}  // namespace faktum
