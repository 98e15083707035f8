// An explanation, for people and for programs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "api/explain.hpp"
#include "output/json_text.hpp"
#include "text/code_points.hpp"
#include "text/span_index.hpp"

namespace faktum {

// An explanation with its document, ready to be asked for many places of it.
class ExplainedText {
 public:
  // Views both, which must outlive it.
  ExplainedText(const Document& document, const Explanation& explanation);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const ExplainedCandidate& candidate(std::size_t index) const {
    return explanation_.candidates[index];
  }
  [[nodiscard]] const Refused& refused(std::size_t index) const {
    return explanation_.refused[index];
  }

  // The indexes of those that overlap the place, or of all, and of those that lost to a candidate.
  [[nodiscard]] std::vector<std::uint32_t> candidates_at(const std::optional<Span>& place) const;
  [[nodiscard]] std::vector<std::uint32_t> refused_at(Span place) const;
  [[nodiscard]] std::span<const std::uint32_t> losers(std::size_t winner) const;

  [[nodiscard]] std::size_t code_points_before(std::size_t byte) const {
    return code_points_.before(byte);
  }

 private:
  const Document& document_;
  const Explanation& explanation_;
  SpanIndex candidate_spans_;
  SpanIndex refused_spans_;
  std::vector<std::uint32_t> losers_;  // by their winners
  CodePoints code_points_;
};

// A whole document, or a place in it: then only what overlaps the place.
//
// As text a paragraph a fact, with the candidates that lost to it; at a place also the matches that
// were refused there.
void write_explanation(const ExplainedText&, const std::optional<Span>& at, bool colour,
                       std::string& out);

// {"id","at","candidates":[…],"refused":[…]}; `refused` is null where no place is asked for.
// `recalls` of a candidate says where its name was introduced. Offsets are code points.
void write_explanation(const ExplainedText&, const std::optional<Span>& at, JsonText&);

// What the text before and behind a refused match has to do with it, in a sentence.
[[nodiscard]] std::string describe(const Refused&);

}  // namespace faktum
