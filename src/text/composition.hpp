// A text whose letters and their marks are one character each, as rules and lists write them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "faktum/fact.hpp"

namespace faktum {

// The Normalization Form C of a text (Unicode Standard Annex 15, by ICU), and the way back. Some
// systems and PDFs write "u" and a combining diaeresis for "ü".
class Composition {
 public:
  // Nothing where the text, valid UTF-8, is in that form already. What that costs a text without
  // combining marks is one look at its bytes.
  [[nodiscard]] static std::optional<Composition> of(std::string_view text);

  [[nodiscard]] const std::string& text() const { return text_; }

  // Where a span of text() lies in the text it was made of. Takes logarithmic time.
  [[nodiscard]] Span original(Span composed) const;

 private:
  struct Change {
    Span composed;
    Span original;
  };

  [[nodiscard]] const Change* last_before(std::size_t byte) const;

  std::string text_;
  std::vector<Change> changes_;  // in their order
};

}  // namespace faktum
