// A listing for people: per document a heading, per fact its kind, text, value and rule.
#pragma once

#include "output/writer.hpp"

namespace faktum {

class ListingWriter final : public Writer {
 public:
  explicit ListingWriter(const OutputOptions& options) : options_(options) {}

  void document(const Document&, const Extraction&, const KeptFields&, std::string& out) override;

 private:
  OutputOptions options_;
};

}  // namespace faktum
