#include "cli/parcel.hpp"

#include <algorithm>
#include <utility>

#include "input/interruption.hpp"
#include "input/parse_document.hpp"
#include "output/document_writer.hpp"
#include "text/fnv.hpp"

namespace faktum {
namespace {

constexpr std::size_t full = std::size_t{1} << 20U;         // bytes of a parcel
constexpr std::size_t own_size = 64;                        // of a document without bytes
constexpr std::size_t kept_memory = std::size_t{1} << 20U;  // of a string that is used again

void clear(std::string& text) {
  text.clear();
  if (text.capacity() > kept_memory) text.shrink_to_fit();
}

// Of all that says what the document will be, each with its size as its end.
std::uint64_t check_of(const RawDocument& raw, std::uint64_t check) {
  const auto add = [&](std::string_view text) {
    check = fnv1a(std::to_string(text.size()), fnv1a(text, check));
  };
  add(raw.id);
  add(raw.encoding);
  if (raw.table) {
    for (const std::string& column : raw.table->columns) add(column);
  }
  add(raw.bytes);
  return check;
}

// Fields that say something, but have the name of one of the output's keys.
std::vector<std::string> left_out(const KeptJson& kept) {
  std::vector<std::string> names;
  for (const auto& [name, json] : kept) {
    if (is_document_key(name) && json != "null" && json != "\"\"") names.push_back(name);
  }
  return names;
}

// Of the records of one file only their ids differ.
std::string said(Error error, const std::string& id) {
  if (error.place.line == 0 && !id.empty() && id != error.place.file) {
    error.place.file += " (" + id + ")";
  }
  return error.to_string();
}

}  // namespace

std::string_view Parcel::text_of(std::size_t document) const {
  const std::size_t begin = document == 0 ? 0 : outcomes[document - 1].text_end;
  return std::string_view(text).substr(begin, outcomes[document].text_end - begin);
}

bool ParcelReader::read(Parcel& parcel) {
  parcel.size = parcel.bytes = 0;
  parcel.checks.clear();
  parcel.outcomes.clear();
  clear(parcel.text);
  std::size_t weight = 0;
  do {
    if (parcel.size == parcel.slots.size()) parcel.slots.emplace_back();
    RawDocument& raw = parcel.slots[parcel.size];
    if (!next(raw)) break;
    ++parcel.size;
    parcel.bytes += raw.bytes.size();
    parcel.checks.push_back(check_);
    weight += raw.bytes.size() + own_size;
  } while (weight < wanted_ && source_.is_ready());
  wanted_ = std::min(2 * wanted_, full);
  parcel.source_read = source_.bytes_read();
  return parcel.size > 0;
}

std::uint64_t ParcelReader::skip(std::uint64_t documents) {
  std::uint64_t skipped = 0;
  for (RawDocument raw; skipped < documents && next(raw); ++skipped) {
  }
  return skipped;
}

bool ParcelReader::next(RawDocument& raw) {
  if (!source_.next(raw)) return false;
  if (checked_) check_ = check_of(raw, check_);
  return true;
}

void ParcelWorker::process(Parcel& parcel) {
  std::vector<Input> inputs;
  std::vector<Document> documents;  // of those that are to be extracted
  for (RawDocument& raw : parcel.documents()) {
    if (interrupted() != 0) break;
    Input& input = inputs.emplace_back(parse_document(raw, plan_.input));
    clear(raw.bytes);
    Outcome& outcome = parcel.outcomes.emplace_back();
    outcome.ours = plan_.shard.holds(input.document.id);
    if (!outcome.ours) continue;
    outcome.messages = std::move(input.warnings);
    outcome.failed = input.error.has_value();
    if (outcome.failed) {
      outcome.messages.push_back(said(*input.error, input.document.id));
    } else {
      documents.push_back(std::move(input.document));
      outcome.left_out = left_out(input.kept);
      if (!outcome.left_out.empty()) outcome.file = raw.place.file;
    }
  }
  const std::vector<Extraction> extractions = extractor_.extract(documents);
  std::size_t extracted = 0;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    Outcome& outcome = parcel.outcomes[i];
    if (outcome.failed) {
      writer_->failure(inputs[i].document.id, *inputs[i].error, parcel.text);
    } else if (outcome.ours) {
      const Extraction& extraction = extractions[extracted];
      writer_->document(documents[extracted++], extraction, inputs[i].kept, parcel.text);
      outcome.facts = extraction.facts.size();
    }
    outcome.text_end = parcel.text.size();
  }
}

}  // namespace faktum
