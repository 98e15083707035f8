#include "cli/pipeline.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <memory>
#include <utility>

namespace faktum {
namespace {

// A document on its way.
struct Parcel {
  RawDocument raw;
  Input input;
  Extraction extraction;

  void process(const InputOptions& options, Extractor& extractor) {
    input = parse_document(raw, options);
    extraction = input.error ? Extraction{} : extractor.extract(input.document);
  }
};

using ParcelPointer = std::shared_ptr<Parcel>;  // TBB's stages copy what they pass on
using Write = std::function<bool(const Input&, const Extraction&)>;

void run_serially(DocumentSource& source, const InputOptions& options, const RuleSet& rules,
                  Parcel& parcel, const Write& write) {
  Extractor extractor(rules);
  do {
    parcel.process(options, extractor);
  } while (write(parcel.input, parcel.extraction) && source.next(parcel.raw));
}

void run_in_parallel(DocumentSource& source, const InputOptions& options, const RuleSet& rules,
                     std::size_t jobs, ParcelPointer first, const Write& write) {
  constexpr std::size_t parcels_a_thread = 4;
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::enumerable_thread_specific<Extractor> extractors([&] { return Extractor(rules); });
  std::atomic<bool> stopped = false;

  const auto read = [&](tbb::flow_control& flow) -> ParcelPointer {
    if (first) return std::exchange(first, nullptr);
    auto parcel = std::make_shared<Parcel>();
    if (!stopped && source.next(parcel->raw)) return parcel;
    flow.stop();
    return nullptr;
  };
  const auto extract = [&](ParcelPointer parcel) {
    if (!stopped) parcel->process(options, extractors.local());
    return parcel;
  };
  const auto give_out = [&](const ParcelPointer& parcel) {
    if (!stopped && !write(parcel->input, parcel->extraction)) stopped = true;
  };
  tbb::parallel_pipeline(
      jobs * parcels_a_thread,
      tbb::make_filter<void, ParcelPointer>(tbb::filter_mode::serial_in_order, read) &
          tbb::make_filter<ParcelPointer, ParcelPointer>(tbb::filter_mode::parallel, extract) &
          tbb::make_filter<ParcelPointer, void>(tbb::filter_mode::serial_in_order, give_out));
}

}  // namespace

void run_pipeline(DocumentSource& source, const InputOptions& options, const RuleSet& rules,
                  std::size_t jobs, const Write& write) {
  auto parcel = std::make_shared<Parcel>();
  if (!source.next(parcel->raw)) return;
  if (jobs > 1 && source.has_more()) {
    run_in_parallel(source, options, rules, jobs, std::move(parcel), write);
  } else {
    run_serially(source, options, rules, *parcel, write);
  }
}

}  // namespace faktum
