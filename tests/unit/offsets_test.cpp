#include "output/offsets.hpp"

#include "catch.hpp"

using faktum::OffsetUnit;
using faktum::Span;

namespace {

faktum::Offsets measured(std::string_view text, const std::vector<Span>& spans, OffsetUnit unit) {
  std::vector<faktum::Fact> facts;
  for (const Span& span : spans) facts.push_back({"k", span, 0, faktum::NameValue{}, "r"});
  faktum::Offsets offsets;
  faktum::measure(text, facts, unit, offsets);
  return offsets;
}

}  // namespace

TEST_CASE("offsets count code points, bytes or UTF-16 units") {
  const std::string_view text = "Ä🚀 3 € ";  // 2 + 4 + 1 + 1 + 1 + 3 + 1 bytes
  const std::vector<Span> spans = {{0, 2}, {2, 6}, {7, 12}};
  CHECK(measured(text, spans, OffsetUnit::codepoint).facts ==
        std::vector<Span>{{0, 1}, {1, 2}, {3, 6}});
  CHECK(measured(text, spans, OffsetUnit::codepoint).length == 7);
  CHECK(measured(text, spans, OffsetUnit::utf16).facts ==
        std::vector<Span>{{0, 1}, {1, 3}, {4, 7}});
  CHECK(measured(text, spans, OffsetUnit::utf16).length == 8);
  CHECK(measured(text, spans, OffsetUnit::byte).facts == spans);
  CHECK(measured(text, spans, OffsetUnit::byte).length == 13);
}

TEST_CASE("the result of an earlier text is replaced") {
  faktum::Offsets offsets;
  faktum::measure("Ä", {{"k", {0, 2}, 0, faktum::NameValue{}, "r"}}, OffsetUnit::codepoint,
                  offsets);
  faktum::measure("", {}, OffsetUnit::codepoint, offsets);
  CHECK(offsets.facts.empty());
  CHECK(offsets.length == 0);
}
