// An explanation, for people and for programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/explain.hpp"
#include "output/json_text.hpp"

namespace faktum {

// A whole document, or a place in it: then only what overlaps the place.
struct ExplainedText {
  const Document& document;
  const Explanation& explanation;
  std::optional<Span> at;

  [[nodiscard]] bool shows(Span span) const { return !at || span.overlaps(*at); }
};

// A paragraph a fact, with the candidates that lost to it; at a place also the matches that were
// refused there.
void write_explanation(const ExplainedText&, bool colour, std::string& out);

// {"id","at","candidates":[…],"refused":[…]}; `refused` is null where no place is asked for.
// `recalls` of a candidate says where its name was introduced. Offsets are code points.
void write_explanation(const ExplainedText&, JsonText&);

// What the text before and behind a refused match has to do with it, in a sentence.
[[nodiscard]] std::string describe(const Refused&);

}  // namespace faktum
