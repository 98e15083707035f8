#include "text/composition.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <cstdint>

namespace faktum {
namespace {

// U+0300 to U+036F begin with one of these bytes.
bool may_hold_combining_mark(std::string_view text) {
  return text.find('\xCC') != text.npos || text.find('\xCD') != text.npos;
}

Span span_of(std::int32_t begin, std::int32_t size) {
  return {static_cast<std::size_t>(begin), static_cast<std::size_t>(begin + size)};
}

}  // namespace

std::optional<Composition> Composition::of(std::string_view text) {
  if (!may_hold_combining_mark(text)) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::nullopt;
  Composition composition;
  icu::Edits edits;
  icu::StringByteSink<std::string> sink(&composition.text_);
  nfc->normalizeUTF8(0, {text.data(), static_cast<std::int32_t>(text.size())}, sink, &edits,
                     status);
  for (auto change = edits.getFineChangesIterator(); change.next(status);) {
    composition.changes_.push_back({span_of(change.destinationIndex(), change.newLength()),
                                    span_of(change.sourceIndex(), change.oldLength())});
  }
  if (U_FAILURE(status) || composition.changes_.empty()) return std::nullopt;
  return composition;
}

Span Composition::original(Span composed) const {
  // A place inside a change stands for the whole of it.
  const auto place = [&](std::size_t byte, std::size_t Span::*border) {
    const Change* change = last_before(byte);
    if (change == nullptr) return byte;
    if (byte < change->composed.end) return change->original.*border;
    return change->original.end + (byte - change->composed.end);
  };
  return {place(composed.begin, &Span::begin), place(composed.end, &Span::end)};
}

const Composition::Change* Composition::last_before(std::size_t byte) const {
  const auto next =
      std::partition_point(changes_.begin(), changes_.end(),
                           [&](const Change& change) { return change.composed.begin < byte; });
  return next == changes_.begin() ? nullptr : &*(next - 1);
}

}  // namespace faktum
