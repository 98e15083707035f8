// A stable share of the documents, by their ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace faktum {

// Share `index` of `count`, from 0.
struct Shard {
  std::uint32_t index = 0;
  std::uint32_t count = 1;

  // Nothing else than the id decides: mix(FNV-1a 64 of its UTF-8) modulo `count`, where mix is the
  // finaliser of MurmurHash3. Fixed for good, as shares of one archive may run years apart.
  [[nodiscard]] bool holds(std::string_view id) const;
};

// "3/10"; nothing where that is no share.
[[nodiscard]] std::optional<Shard> parse_shard(std::string_view text);

}  // namespace faktum
