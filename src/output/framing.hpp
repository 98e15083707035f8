// The texts of documents -> one output: what stands before, between and behind them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "output/writer.hpp"

namespace faktum {

// Each member function appends to `out`; begin() and end() are called once.
class Framing {
 public:
  explicit Framing(const OutputOptions& options) : options_(options) {}

  void begin(std::string& out) const;
  // `text` as a Writer of the same options wrote it. Nothing where the format has no place for it.
  void add(std::string_view text, std::string& out);
  void end(std::string& out) const;

 private:
  void add_item(std::string_view text, std::string& out);

  OutputOptions options_;
  std::size_t added_ = 0;
  std::string first_;  // json: waits until it is known whether there is a second
};

}  // namespace faktum
