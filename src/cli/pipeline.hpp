// Documents through the workers, on one thread or many, out in the order in which they came in.
#pragma once

#include <cstddef>
#include <functional>

#include "cli/parcel.hpp"

namespace faktum {

// `write` gets every parcel that the reader fills, processed, in order and one at a time; false
// ends the run. The only place where threads exist: at most `jobs` (at least one), none beside the
// caller's where there is one document. Memory stays the same however many documents come: parcels
// are reused, and large documents are few at a time.
void run_pipeline(ParcelReader& reader, const std::function<ParcelWorker()>& make_worker,
                  std::size_t jobs, const std::function<bool(const Parcel&)>& write);

}  // namespace faktum
