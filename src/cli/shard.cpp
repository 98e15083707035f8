#include "cli/shard.hpp"

#include <charconv>

#include "text/fnv.hpp"

namespace faktum {
namespace {

// Every bit of the hash reaches the last ones, which the modulus looks at.
std::uint64_t mix(std::uint64_t hash) {
  hash = (hash ^ (hash >> 33U)) * 0xff51afd7ed558ccdULL;
  hash = (hash ^ (hash >> 33U)) * 0xc4ceb9fe1a85ec53ULL;
  return hash ^ (hash >> 33U);
}

bool read_number(std::string_view text, std::uint32_t& number) {
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end;
}

}  // namespace

bool Shard::holds(std::string_view id) const {
  return count == 1 || mix(fnv1a(id)) % count == index;
}

std::optional<Shard> parse_shard(std::string_view text) {
  Shard shard;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || !read_number(text.substr(0, slash), shard.index) ||
      !read_number(text.substr(slash + 1), shard.count) || shard.index >= shard.count) {
    return std::nullopt;
  }
  return shard;
}

}  // namespace faktum
