// One flat JSON object a fact, a line each, with its document's id.
#pragma once

#include "output/writer.hpp"

namespace faktum {

class FactsWriter final : public Writer {
 public:
  explicit FactsWriter(const OutputOptions& options) : options_(options) {}

  void document(const Document&, const Extraction&, const KeptFields&, std::string& out) override;
  void failure(std::string_view id, const Error&, std::string& out) override;

 private:
  OutputOptions options_;
  Offsets offsets_;
  std::string groups_;
};

}  // namespace faktum
