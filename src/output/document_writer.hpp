// One object a document: `jsonl` on a line each; `json` indented, as an item of an array.
#pragma once

#include <string>

#include "output/json_text.hpp"
#include "output/writer.hpp"

namespace faktum {

class DocumentWriter final : public Writer {
 public:
  explicit DocumentWriter(const OutputOptions& options) : options_(options) {}

  void document(const Document&, const Extraction&, const KeptFields&, std::string& out) override;
  void failure(std::string_view id, const Error&, std::string& out) override;

 private:
  [[nodiscard]] JsonText begin(std::string& out) const;
  void end(std::string& out) const;

  OutputOptions options_;
  Offsets offsets_;
};

// Whether a document's object has a key of this name, so that a kept field cannot have it.
[[nodiscard]] bool is_document_key(std::string_view name);

}  // namespace faktum
