// How an image (rules/image.hpp) is written and read.
//
// It is the size of its arrays, the arrays, and all else: that is read at start but for the records
// of lazy tables, while of the arrays only those pages of memory are touched that are used.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "match/array.hpp"
#include "match/lazy_table.hpp"

namespace faktum {

template <typename T>
concept ImagePlain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

template <typename T>
concept ImageParts = requires(T& item) {
  item.parts([](auto&&) {});
};

// What is the same for writing and reading.
template <typename Self>
class ImageComposite {
 public:
  template <ImagePlain T, std::size_t N>
  void operator()(std::array<T, N>& values) {
    for (T& value : values) self()(value);
  }
  template <typename A, typename B>
  void operator()(std::pair<A, B>& items) {
    self()(items.first);
    self()(items.second);
  }
  template <ImageParts T>
  void with_parts(T& item) {
    item.parts([&](auto&& member) { self()(member); });
  }
  template <typename T>
  void operator()(Rows<T>& rows) {
    self()(rows.first);
    self()(rows.items);
  }

 protected:
  static constexpr std::size_t alignment = 16;
  static constexpr std::uint8_t long_size = 0xFF;    // a size in four bytes follows
  static constexpr std::uint32_t unknown_place = 0;  // to be written later

 private:
  Self& self() { return static_cast<Self&>(*this); }
};

// How often something of the image is used in a sample.
struct ImageUsage {
  std::uint64_t tried = 0;
  std::uint64_t matched = 0;

  static const ImageUsage of_all;  // of what every text uses
};
inline constexpr ImageUsage ImageUsage::of_all{std::numeric_limits<std::uint64_t>::max(),
                                               std::numeric_limits<std::uint64_t>::max()};

class ImageWriter : public ImageComposite<ImageWriter> {
 public:
  using ImageComposite::operator();

  template <ImagePlain T>
  void operator()(const T& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  template <ImageParts T>
  void operator()(T& item) {
    with_parts(item);
  }
  void operator()(std::string_view text) {
    size(text.size());
    bytes_ += text;
  }
  void operator()(const std::string& text) { (*this)(std::string_view(text)); }
  template <typename T>
  void operator()(std::vector<T>& items) {
    size(items.size());
    for (T& item : items) (*this)(item);
  }
  template <typename T>
  void operator()(Array<T>& items) {
    const std::size_t bytes = items.size() * sizeof(T);
    size(items.size());
    static_assert(std::has_unique_object_representations_v<T>, "padding would make images differ");
    store({reinterpret_cast<const char*>(items.data()), bytes},
          static_cast<double>(on_match_ ? usage_.matched : usage_.tried));
  }
  template <typename T>
  void operator()(OnMatch<T>& rest) {
    on_match_ = true;
    (*this)(rest.item);
    on_match_ = false;
  }
  // Records of which the reader reads those that are asked for; `write(i)` writes one. Those used
  // most come first.
  template <typename Write>
  void lazily(std::span<const ImageUsage> usage, Write write) {
    std::vector<std::uint32_t> order(usage.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::uint32_t i) { return usage[i].tried; });
    const std::size_t end_at = bytes_.size();
    (*this)(unknown_place);
    std::vector<std::uint32_t> begins(usage.size());
    for (const std::uint32_t i : order) {
      begins[i] = static_cast<std::uint32_t>(bytes_.size());
      usage_ = usage[i];
      write(i);
    }
    usage_ = ImageUsage::of_all;
    const auto end = static_cast<std::uint32_t>(bytes_.size());
    std::memcpy(bytes_.data() + end_at, &end, sizeof end);
    Array<std::uint32_t> places(std::move(begins));
    (*this)(places);
  }
  // A text that few runs read.
  void aside(std::string_view text) {
    size(text.size());
    store(text, not_used);
  }

  // Most are small.
  void size(std::size_t value) {
    if (value < long_size) {
      (*this)(static_cast<std::uint8_t>(value));
    } else {
      (*this)(long_size);
      (*this)(static_cast<std::uint32_t>(value));
    }
  }

  std::string take() && {
    std::ranges::stable_sort(arrays_, std::ranges::greater(), uses_of_a_page);
    std::string image(alignment, '\0');
    std::map<std::string_view, std::uint32_t> places;  // of what is there already
    for (const Stored& array : arrays_) {
      const auto end = static_cast<std::uint32_t>(image.size() - alignment);
      const auto [place, is_new] = places.try_emplace(array.bytes, end);
      std::memcpy(bytes_.data() + array.place_at, &place->second, sizeof place->second);
      if (!is_new) continue;
      image += array.bytes;
      image.resize((image.size() + alignment - 1) / alignment * alignment, '\0');
    }
    const auto size = static_cast<std::uint64_t>(image.size() - alignment);
    std::memcpy(image.data(), &size, sizeof size);
    return image + bytes_;
  }

 private:
  struct Stored {
    std::size_t place_at;  // where in bytes_ the place of the array is written
    std::string bytes;
    double times_used;
  };
  static constexpr double not_used = -1;

  // The system maps 64 KB around each byte that is read. Large tables, of which a text reads
  // little, do not lie between small ones, nor what is seldom read between the rest.
  static double uses_of_a_page(const Stored& array) {
    constexpr std::size_t page = 4096;
    return array.times_used / static_cast<double>(std::max(array.bytes.size(), page));
  }

  void store(std::string_view bytes, double times_used) {
    arrays_.push_back({bytes_.size(), std::string(bytes), times_used});
    (*this)(unknown_place);
  }

  std::string bytes_;
  std::vector<Stored> arrays_;
  bool on_match_ = false;  // whether what is written is OnMatch
  ImageUsage usage_ = ImageUsage::of_all;
};

class ImageReader : public ImageComposite<ImageReader> {
 public:
  using ImageComposite::operator();

  explicit ImageReader(std::string_view image) {
    std::uint64_t size = 0;
    std::memcpy(&size, image.data(), sizeof size);
    arrays_ = image.substr(alignment, size);
    image_ = image.substr(alignment + size);
  }

  template <ImagePlain T>
  void operator()(T& value) {
    std::memcpy(&value, image_.data() + at_, sizeof value);
    at_ += sizeof value;
  }
  template <ImageParts T>
  void operator()(T& item) {
    with_parts(item);
  }
  void operator()(std::string_view& text) {
    const std::size_t length = size();
    text = image_.substr(at_, length);
    at_ += length;
  }
  void operator()(std::string& text) {
    std::string_view view;
    (*this)(view);
    text = view;
  }
  template <typename T>
  void operator()(std::vector<T>& items) {
    items.resize(size());
    for (T& item : items) (*this)(item);
  }
  template <typename T>
  void operator()(Array<T>& items) {
    const std::size_t count = size();
    items = Array<T>({reinterpret_cast<const T*>(arrays_.data() + place()), count});
  }

  template <typename T>
  void operator()(OnMatch<T>& rest) {
    (*this)(rest.item);
  }

  template <typename T>
  void operator()(LazyTable<T>& table) {
    table = lazily<T>([](ImageReader& part, std::size_t) {
      auto item = std::make_unique<T>();
      part(*item);
      return item;
    });
  }
  // `read(part, i)` reads a record.
  template <typename T, typename Read>
  LazyTable<T> lazily(Read read) {
    at_ = place();
    Array<std::uint32_t> begins;
    (*this)(begins);
    const auto make = [from = *this, begins = begins.view(), read](std::size_t i) {
      ImageReader part = from;
      part.at_ = begins[i];
      return read(part, i);
    };
    return LazyTable<T>(begins.size(), make);
  }
  void aside(std::string_view& text) {
    const std::size_t length = size();
    text = arrays_.substr(place(), length);
  }

  std::size_t size() {
    std::uint8_t number = 0;
    (*this)(number);
    return number == long_size ? place() : number;
  }

  // What has been read, which nobody reads again but for a few words.
  [[nodiscard]] std::string_view done() const { return image_.substr(0, at_); }

 private:
  std::size_t place() {
    std::uint32_t number = 0;
    (*this)(number);
    return number;
  }

  std::string_view image_;  // without the arrays
  std::size_t at_ = 0;
  std::string_view arrays_;
};

}  // namespace faktum
