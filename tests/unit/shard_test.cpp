#include "cli/shard.hpp"

#include <string>

#include "catch.hpp"
#include "text/fnv.hpp"

using faktum::parse_shard;
using faktum::Shard;

TEST_CASE("FNV-1a, by its own examples") {
  CHECK(faktum::fnv1a("") == 0xcbf29ce484222325ULL);
  CHECK(faktum::fnv1a("a") == 0xaf63dc4c8601ec8cULL);
  CHECK(faktum::fnv1a("foobar") == 0x85944171f73967e8ULL);
  CHECK(faktum::fnv1a("bar", faktum::fnv1a("foo")) == faktum::fnv1a("foobar"));
}

TEST_CASE("a share is I/N, from 0") {
  CHECK(parse_shard("0/1")->count == 1);
  CHECK(parse_shard("7/8")->index == 7);
  for (const char* text : {"8/8", "1/0", "0/0", "-1/4", "1", "/", "1/", "/2", "1/2/3", " 0/2",
                           "a/b", "0/99999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_shard(text));
  }
}

TEST_CASE("every id is in one share, and the shares are about equal") {
  int held = 0;
  for (int i = 0; i < 8000; ++i) {
    const std::string id = "artikel-" + std::to_string(i);
    int shares = 0;
    for (std::uint32_t index = 0; index < 8; ++index) shares += Shard{index, 8}.holds(id) ? 1 : 0;
    CHECK(shares == 1);
    held += Shard{3, 8}.holds(id) ? 1 : 0;
  }
  CHECK(held > 900);
  CHECK(held < 1100);
}

TEST_CASE("shares are the same for good") {
  std::string members;
  for (const char* id : {"a", "b", "c", "d", "artikel.txt", "Ä", ""}) {
    members += Shard{0, 2}.holds(id) ? '0' : '1';
  }
  CHECK(members == "1000100");
}
