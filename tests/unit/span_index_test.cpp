#include "text/span_index.hpp"

#include "catch.hpp"

namespace {

using Numbers = std::vector<std::uint32_t>;

TEST_CASE("the spans that overlap a place") {
  faktum::SpanIndex index;
  CHECK(index.overlapping({0, 9}).empty());
  for (const faktum::Span span : {faktum::Span{0, 2}, {1, 9}, {3, 4}, {4, 6}, {9, 10}}) {
    index.add(span);
  }
  CHECK(index.overlapping({0, 1}) == Numbers{0});
  CHECK(index.overlapping({1, 3}) == Numbers{0, 1});
  CHECK(index.overlapping({5, 9}) == Numbers{1, 3});
  CHECK(index.overlapping({3, 10}) == Numbers{1, 2, 3, 4});
  CHECK(index.overlapping({10, 11}).empty());
}

}  // namespace
