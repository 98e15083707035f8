// Something that is made when it is first asked for.
#pragma once

#include <atomic>
#include <memory>

namespace faktum {

// Safe to share between threads: of those that ask at the same time each makes it, and one keeps
// what it made, which stays where it is.
template <typename T>
class Lazy {
 public:
  Lazy() = default;
  explicit Lazy(std::unique_ptr<T> made) : made_(made.release()) {}
  Lazy(const Lazy&) = delete;
  Lazy& operator=(const Lazy&) = delete;
  ~Lazy() { delete made_.load(); }

  // `make()` returns a std::unique_ptr<T>.
  template <typename Make>
  T& get(Make make) {
    T* const ready = made_.load(std::memory_order_acquire);
    return ready != nullptr ? *ready : keep(make());
  }

 private:
  T& keep(std::unique_ptr<T> made) {
    T* known = nullptr;
    if (made_.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel)) {
      return *made.release();
    }
    return *known;
  }

  std::atomic<T*> made_ = nullptr;  // owned; null until it is ready
};

}  // namespace faktum
