#include "cli/parcel.hpp"

#include <algorithm>
#include <utility>

#include "input/interruption.hpp"
#include "input/parse_document.hpp"
#include "text/fnv.hpp"

namespace faktum {
namespace {

constexpr std::size_t full = std::size_t{64} << 10U;        // bytes of a parcel
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
  for (RawDocument& raw : parcel.documents()) {
    if (interrupted() != 0) break;
    Outcome outcome = process(raw, parcel.text);
    outcome.text_end = parcel.text.size();
    parcel.outcomes.push_back(std::move(outcome));
  }
}

Outcome ParcelWorker::process(RawDocument& raw, std::string& text) {
  Outcome outcome;
  Input input = parse_document(raw, plan_.input);
  clear(raw.bytes);
  outcome.ours = plan_.shard.holds(input.document.id);
  if (!outcome.ours) return outcome;
  outcome.messages = std::move(input.warnings);
  if (input.error) {
    outcome.failed = true;
    outcome.messages.push_back(input.error->to_string());
    writer_->failure(input.document.id, *input.error, text);
    return outcome;
  }
  const Extraction extraction = extractor_.extract(input.document);
  outcome.facts = extraction.facts.size();
  writer_->document(input.document, extraction, input.kept, text);
  return outcome;
}

}  // namespace faktum
