// Some documents on their way through the pipeline.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/plan.hpp"
#include "faktum/extractor.hpp"
#include "input/document_source.hpp"
#include "text/fnv.hpp"

namespace faktum {

// What became of a document.
struct Outcome {
  bool ours = true;  // in the share of --shard
  bool failed = false;
  std::size_t facts = 0;
  std::size_t text_end = 0;           // in Parcel::text, where the next one's begins
  std::vector<std::string> messages;  // for standard error
  std::vector<std::string> left_out;  // fields that cannot be kept
  std::string file;                   // of a document that has such
};

// Reused: its strings keep their memory.
struct Parcel {
  std::vector<RawDocument> slots;     // the first `size` are documents
  std::vector<std::uint64_t> checks;  // of the input up to and with each document
  std::size_t size = 0;
  std::size_t bytes = 0;          // of the documents
  std::uint64_t source_read = 0;  // DocumentSource::bytes_read() behind them
  // One per document; fewer where the run was interrupted().
  std::vector<Outcome> outcomes;
  std::string text;

  [[nodiscard]] std::span<RawDocument> documents() { return std::span(slots).first(size); }
  [[nodiscard]] std::string_view text_of(std::size_t document) const;
};

// Fills parcels; one thread at a time. A parcel ends where the next document is not there yet, so
// that nothing waits for a slow pipe, or at some MB, of which much is matched in one go.
class ParcelReader {
 public:
  // With `check` the input is hashed as it is read.
  ParcelReader(DocumentSource& source, bool check) : source_(source), checked_(check) {}

  // False when there are no more documents.
  bool read(Parcel&);

  // Reads over documents; how many there were.
  std::uint64_t skip(std::uint64_t documents);

  [[nodiscard]] bool has_more() const { return source_.has_more(); }
  [[nodiscard]] std::uint64_t check() const { return check_; }  // of all that was read

 private:
  bool next(RawDocument&);

  DocumentSource& source_;
  bool checked_;
  std::uint64_t check_ = fnv_begin;
  std::size_t wanted_ = 4096;  // bytes; grows, so that a short input is shared, too
};

// Turns documents into text; one per thread.
class ParcelWorker {
 public:
  ParcelWorker(const Plan& plan, const RuleSet& rules)
      : plan_(plan), extractor_(rules), writer_(make_writer(plan.output)) {}

  void process(Parcel&);

 private:
  const Plan& plan_;
  Extractor extractor_;
  std::unique_ptr<Writer> writer_;
};

}  // namespace faktum
