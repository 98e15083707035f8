// Memory asked for before it is read: what waits for a cache is most of the time of small
// documents.
#pragma once

namespace faktum {

// `at` need not be readable.
inline void prefetch(const void* at) { __builtin_prefetch(at); }

}  // namespace faktum
