// A page for people: each document's text with its facts marked.
//
// A fact is <mark class="KIND" title="VALUE · RULE">. The page loads nothing else.
#pragma once

#include "output/writer.hpp"

namespace faktum {

class HtmlWriter final : public Writer {
 public:
  static void begin_page(std::string& out);
  static void end_page(std::string& out);

  void document(const Document&, const Extraction&, const KeptFields&, std::string& out) override;
  void failure(std::string_view id, const Error&, std::string& out) override;
};

}  // namespace faktum
