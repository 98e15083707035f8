// Annotated JSONL that extraction is measured against.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "faktum/document.hpp"
#include "faktum/error.hpp"
#include "faktum/fact.hpp"

namespace faktum {

struct GoldMention {
  std::string kind;
  Span span;                     // in code points
  bool optional = false;         // counts neither for nor against
  nlohmann::ordered_json value;  // null, or the keys to compare
};

struct GoldDocument {
  Document document;
  std::vector<GoldMention> mentions;
};

// All documents of a JSONL file: {"id","text","date"?,"mentions":[{"kind","start","end","text",
// "value"?,"optional"?}]}. Errors: those of reading documents, and gold.mention where a mention
// lacks a key or its text does not stand at its offsets.
[[nodiscard]] Result<std::vector<GoldDocument>> read_gold(const std::string& path);

}  // namespace faktum
