// Documents as they are matched.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "faktum/document.hpp"
#include "faktum/fact.hpp"
#include "text/composition.hpp"

namespace faktum {

// Those that were given, or copies with composed texts where one of them is not in that form.
class ComposedDocuments {
 public:
  // Views the documents, which must outlive it.
  explicit ComposedDocuments(std::span<const Document> given) : documents_(given) {
    for (std::size_t i = 0; i < given.size(); ++i) {
      auto composition = Composition::of(given[i].text);
      if (!composition) continue;
      if (copies_.empty()) copies_.assign(given.begin(), given.end());
      compositions_.resize(given.size());
      copies_[i].text = composition->text();
      compositions_[i] = std::move(composition);
    }
    if (!copies_.empty()) documents_ = copies_;
  }
  ComposedDocuments(const ComposedDocuments&) = delete;
  ComposedDocuments& operator=(const ComposedDocuments&) = delete;

  [[nodiscard]] std::span<const Document> documents() const { return documents_; }

  // Makes a span of a document's text one of the text that was given.
  void restore(std::size_t document, Span& span) const {
    if (compositions_.empty() || !compositions_[document]) return;
    span = compositions_[document]->original(span);
  }

 private:
  std::span<const Document> documents_;
  std::vector<Document> copies_;
  std::vector<std::optional<Composition>> compositions_;  // by document; empty where none has one
};

}  // namespace faktum
