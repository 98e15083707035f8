#include "cli/pipeline.hpp"

#include <tbb/concurrent_queue.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <utility>
#include <vector>

namespace faktum {
namespace {

using MakeWorker = std::function<ParcelWorker()>;
using Write = std::function<bool(const Parcel&)>;

void run_serially(ParcelReader& reader, ParcelWorker worker, Parcel& parcel, const Write& write) {
  do {
    worker.process(parcel);
  } while (write(parcel) && reader.read(parcel));
}

// The stages of the pipeline, and what they share.
class Stages {
 public:
  Stages(ParcelReader& reader, const MakeWorker& make_worker, std::size_t jobs, const Write& write)
      : reader_(reader),
        write_(write),
        parcels_(jobs * parcels_a_thread),
        allowance_(jobs * bytes_a_thread),
        workers_(make_worker) {}

  [[nodiscard]] std::size_t parcels() const { return parcels_.size(); }

  void begin_with(Parcel first) {
    parcels_.front() = std::move(first);
    for (Parcel& parcel : parcels_) free_.push(&parcel);
    has_first_ = true;
  }

  // Nothing when there is no more. As many parcels are on their way as there are at most.
  Parcel* read() {
    Parcel* parcel = nullptr;
    if (stopped_ || !free_.try_pop(parcel)) return nullptr;
    if (!std::exchange(has_first_, false) && !reader_.read(*parcel)) return nullptr;
    const std::size_t others = bytes_.fetch_add(parcel->bytes);
    // Too much is in memory: no more is read before this is done. The reader does it itself, as a
    // stage that waits could wait for its own thread.
    if (others > 0 && others + parcel->bytes > allowance_) process(*parcel);
    return parcel;
  }

  Parcel* process(Parcel& parcel) {
    if (stopped_ || !parcel.outcomes.empty()) return &parcel;
    workers_.local().process(parcel);
    bytes_ += parcel.text.size();
    bytes_ -= parcel.bytes;
    return &parcel;
  }

  void write(Parcel& parcel) {
    if (stopped_) return;
    if (!write_(parcel)) stopped_ = true;
    bytes_ -= parcel.text.size();
    free_.push(&parcel);
  }

 private:
  static constexpr std::size_t parcels_a_thread = 3;
  static constexpr std::size_t bytes_a_thread = std::size_t{8} << 20U;

  ParcelReader& reader_;
  const Write& write_;
  std::vector<Parcel> parcels_;
  tbb::concurrent_queue<Parcel*> free_;
  bool has_first_ = false;
  std::atomic<std::size_t> bytes_ = 0;  // of documents and texts on their way
  std::size_t allowance_;
  tbb::enumerable_thread_specific<ParcelWorker> workers_;
  std::atomic<bool> stopped_ = false;
};

void run_in_parallel(Stages& stages, std::size_t jobs) {
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism, jobs);
  const auto read = [&](tbb::flow_control& flow) {
    Parcel* const parcel = stages.read();
    if (parcel == nullptr) flow.stop();
    return parcel;
  };
  const auto process = [&](Parcel* parcel) { return stages.process(*parcel); };
  const auto write = [&](Parcel* parcel) { stages.write(*parcel); };
  tbb::parallel_pipeline(
      stages.parcels(),
      tbb::make_filter<void, Parcel*>(tbb::filter_mode::serial_in_order, read) &
          tbb::make_filter<Parcel*, Parcel*>(tbb::filter_mode::parallel, process) &
          tbb::make_filter<Parcel*, void>(tbb::filter_mode::serial_in_order, write));
}

}  // namespace

void run_pipeline(ParcelReader& reader, const MakeWorker& make_worker, std::size_t jobs,
                  const Write& write) {
  Parcel parcel;
  if (!reader.read(parcel)) return;
  if (jobs == 1 || !reader.has_more()) {
    run_serially(reader, make_worker(), parcel, write);
    return;
  }
  Stages stages(reader, make_worker, jobs, write);
  stages.begin_with(std::move(parcel));
  run_in_parallel(stages, jobs);
}

}  // namespace faktum
