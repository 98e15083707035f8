// Items by their number that are made when they are first asked for.
#pragma once

#include <atomic>
#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <memory>
#include <utility>

namespace faktum {

// Filled by one thread, then safe to share: of threads that ask for an item at the same time each
// makes it, and one keeps what it made. Items stay where they are.
template <typename T>
class LazyTable {
 public:
  // Makes the item of a number: the same whenever it is asked.
  using Make = std::function<std::unique_ptr<T>(std::size_t)>;

  LazyTable() = default;
  LazyTable(std::size_t size, Make make) : places_(size), make_(std::move(make)) {}

  // Of a table without Make.
  T& add(std::unique_ptr<T> item) { return *(places_.emplace_back().item = item.release()); }

  [[nodiscard]] std::size_t size() const { return places_.size(); }
  [[nodiscard]] const T& operator[](std::size_t number) const { return get(number); }
  [[nodiscard]] T& operator[](std::size_t number) { return get(number); }

  // By number; makes what it passes.
  template <typename Table, typename Item>
  struct Iterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = Item;
    using difference_type = std::ptrdiff_t;
    using pointer = Item*;
    using reference = Item&;

    Table* table;
    std::size_t number;

    Item& operator*() const { return (*table)[number]; }
    Iterator& operator++() {
      ++number;
      return *this;
    }
    bool operator==(const Iterator&) const = default;
  };
  [[nodiscard]] auto begin() const { return Iterator<const LazyTable, const T>{this, 0}; }
  [[nodiscard]] auto end() const { return Iterator<const LazyTable, const T>{this, size()}; }
  [[nodiscard]] auto begin() { return Iterator<LazyTable, T>{this, 0}; }
  [[nodiscard]] auto end() { return Iterator<LazyTable, T>{this, size()}; }

 private:
  struct Place {
    std::atomic<T*> item = nullptr;  // owned; null until it is ready

    Place() = default;
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place() { delete item.load(); }
  };

  [[nodiscard]] T& get(std::size_t number) const {
    T* const ready = places_[number].item.load(std::memory_order_acquire);
    return ready != nullptr ? *ready : make(number);
  }
  [[nodiscard]] T& make(std::size_t number) const {
    std::unique_ptr<T> made = make_(number);
    T* known = nullptr;
    if (places_[number].item.compare_exchange_strong(known, made.get(),
                                                     std::memory_order_acq_rel)) {
      return *made.release();
    }
    return *known;
  }

  mutable std::deque<Place> places_;
  Make make_;
};

}  // namespace faktum
