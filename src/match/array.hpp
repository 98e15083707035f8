// Plain numbers that are either computed at start or mapped from the program's own image.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace faktum {

// Read-only once it is made. Moves keep the elements' addresses; copies are not needed.
template <typename T>
class Array {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Array() = default;
  explicit Array(std::vector<T> owned) : owned_(std::move(owned)), view_(owned_) {}
  // The elements must outlive the array.
  explicit Array(std::span<const T> view) : view_(view) {}
  Array(Array&&) noexcept = default;
  Array& operator=(Array&&) noexcept = default;
  Array(const Array&) = delete;
  Array& operator=(const Array&) = delete;
  ~Array() = default;

  [[nodiscard]] const T& operator[](std::size_t i) const { return view_[i]; }
  [[nodiscard]] std::size_t size() const { return view_.size(); }
  [[nodiscard]] bool empty() const { return view_.empty(); }
  [[nodiscard]] const T* data() const { return view_.data(); }
  [[nodiscard]] std::span<const T> view() const { return view_; }
  [[nodiscard]] auto begin() const { return view_.begin(); }
  [[nodiscard]] auto end() const { return view_.end(); }

 private:
  std::vector<T> owned_;
  std::span<const T> view_;
};

// For the image (rules/image.hpp): what is read where a rule matches, which most that are tried do
// not.
template <typename T>
struct OnMatch {
  T& item;
};

// Rows of different lengths, one behind the other.
template <typename T>
struct Rows {
  Array<std::uint32_t> first;  // by row, into `items`; one more at the end
  Array<T> items;

  Rows() = default;
  explicit Rows(const std::vector<std::vector<T>>& rows) {
    std::vector<std::uint32_t> starts{0};
    std::vector<T> all;
    for (const std::vector<T>& row : rows) {
      all.insert(all.end(), row.begin(), row.end());
      starts.push_back(static_cast<std::uint32_t>(all.size()));
    }
    first = Array<std::uint32_t>(std::move(starts));
    items = Array<T>(std::move(all));
  }

  [[nodiscard]] std::size_t size() const { return first.empty() ? 0 : first.size() - 1; }
  [[nodiscard]] std::span<const T> operator[](std::size_t row) const {
    return items.view().subspan(first[row], first[row + 1] - first[row]);
  }
};

}  // namespace faktum
