// Items by their number that are made when they are first asked for.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <memory>
#include <utility>

#include "match/lazy.hpp"

namespace faktum {

// Filled by one thread, then safe to share. Items stay where they are.
template <typename T>
class LazyTable {
 public:
  // Makes the item of a number: the same whenever it is asked.
  using Make = std::function<std::unique_ptr<T>(std::size_t)>;

  LazyTable() = default;
  LazyTable(std::size_t size, Make make) : places_(size), make_(std::move(make)) {}

  // Of a table without Make.
  T& add(std::unique_ptr<T> item) {
    places_.emplace_back(std::move(item));
    return get(places_.size() - 1);
  }

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
  [[nodiscard]] T& get(std::size_t number) const {
    return places_[number].get([&] { return make_(number); });
  }

  mutable std::deque<Lazy<T>> places_;
  Make make_;
};

}  // namespace faktum
