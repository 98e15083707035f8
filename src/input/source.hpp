// Documents cut out of one stream: a whole file, lines, rows, records, members of an archive.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "input/byte_stream.hpp"
#include "input/input_options.hpp"
#include "input/raw_document.hpp"

namespace faktum {

// Sequential; one thread at a time.
class Source {
 public:
  Source() = default;
  virtual ~Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  // Replaces `raw` by the next document, or by the error in its place; false when there are no
  // more.
  virtual bool next(RawDocument& raw) = 0;

  // Whether another may come; says so without waiting for it.
  [[nodiscard]] virtual bool has_more() const { return true; }

  // Whether next() would answer without reading; where that cannot be told, false.
  [[nodiscard]] virtual bool is_ready() const { return false; }
};

// What the sources of one run share; outlives them.
struct SourceContext {
  InputOptions options;
  std::vector<std::string> warnings;  // for the document that comes next, or for the end
  std::size_t unknown_files = 0;      // binary files that were found, not named, and passed over
};

// Where a stream comes from.
struct Origin {
  std::string name;               // "archive.tar.gz!folder/article.html"; valid UTF-8
  bool named = true;              // by the user; else found in a folder or archive
  unsigned layers = 0;            // archives and compressions around it
  std::string transcoded_from{};  // as in RawDocument
};

// Tells what the stream holds, opens compression and archives, and cuts documents out of the rest.
// Null where there is nothing to say: a binary file that nobody named.
std::unique_ptr<Source> open_source(ByteStream stream, const Origin& origin,
                                    SourceContext& context);

// JSON and tables, which are cut up before they are decoded.
[[nodiscard]] bool is_cut_undecoded(InputFormat);

// Cuts documents out of a stream of that format in UTF-8, neither compressed nor an archive.
std::unique_ptr<Source> open_format(ByteStream, const Origin&, SourceContext&, InputFormat);

// The sources behind it, one for each kind of stream.
std::unique_ptr<Source> whole_source(ByteStream, const Origin&, SourceContext&, InputFormat);
std::unique_ptr<Source> json_source(ByteStream, const Origin&, SourceContext&);
std::unique_ptr<Source> line_source(ByteStream, const Origin&, SourceContext&);
std::unique_ptr<Source> csv_source(ByteStream, const Origin&, SourceContext&, char delimiter);
std::unique_ptr<Source> warc_source(ByteStream, const Origin&, SourceContext&);
std::unique_ptr<Source> error_source(const Origin&, Error);

// For sources: a document of theirs; its bytes are left as they are.
void begin_document(RawDocument& raw, std::string id, Place place, InputFormat format);
void set_error(RawDocument& raw, Error error);                               // at raw.place
[[nodiscard]] Error too_large(std::string_view what, const SourceContext&);  // "line"

// A warning: so many files in `name`, a folder or an archive, are passed over.
[[nodiscard]] std::string skipped_files(const std::string& name, std::size_t count);

}  // namespace faktum
