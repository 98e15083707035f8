// One object a document: `jsonl` on a line each; `json` indented, as one array when there are
// several.
#pragma once

#include <string>

#include "output/writer.hpp"

namespace faktum {

class DocumentWriter final : public Writer {
 public:
  explicit DocumentWriter(const OutputOptions& options) : options_(options) {}

  void document(const Document&, const Extraction&, const KeptFields&, std::string& out) override;
  void failure(std::string_view id, const Error&, std::string& out) override;
  void end(std::string& out) override;

 private:
  void write_object(const Document&, const Extraction&, const KeptFields&, std::string& object);
  void emit(std::string& out);

  OutputOptions options_;
  Offsets offsets_;
  std::string object_;  // of the document at hand
  // json: the first object waits until it is known whether there is a second.
  std::string first_;
  std::size_t emitted_ = 0;
};

// Whether a document's object has a key of this name, so that a kept field cannot have it.
[[nodiscard]] bool is_document_key(std::string_view name);

}  // namespace faktum
