// CSV (RFC 4180: CRLF line ends, quoted where needed) and TSV (tabs and LF, quoted likewise): one
// fact a line, below a header line.
#pragma once

#include "output/writer.hpp"

namespace faktum {

class TableWriter final : public Writer {
 public:
  explicit TableWriter(const OutputOptions& options)
      : options_(options), tabs_(options.format == OutputFormat::tsv) {}

  void header(std::string& out) const;
  void document(const Document&, const Extraction&, const KeptFields&, std::string& out) override;

 private:
  void cell(std::string_view text, std::string& out) const;
  void end_row(std::string& out) const;

  OutputOptions options_;
  bool tabs_;
  Offsets offsets_;
  std::string groups_;
};

}  // namespace faktum
