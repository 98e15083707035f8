// Rules applied to documents.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "faktum/document.hpp"
#include "faktum/fact.hpp"
#include "faktum/rule_set.hpp"

namespace faktum {

// What one document yields: facts in text order that never overlap, and where its sentences lie.
struct Extraction {
  std::vector<Fact> facts;
  std::vector<Span> sentences;
};

// Holds the scratch memory of one thread: make one per thread and reuse it for many documents.
// Movable, not copyable; not safe to share between threads. The RuleSet is shared.
class Extractor {
 public:
  explicit Extractor(RuleSet rules);
  ~Extractor();
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;

  // The result holds no view of the document. Its facts' `kind` and `rule` view the RuleSet.
  // `document.text` must be valid UTF-8 (decode() makes it so).
  [[nodiscard]] Extraction extract(const Document& document);

  // The same for each of several documents, in their order; faster than one by one where they are
  // small, as up to 1 MB of text is matched in one go.
  [[nodiscard]] std::vector<Extraction> extract(std::span<const Document> documents);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace faktum
