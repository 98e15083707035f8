#include "match/lazy_table.hpp"

#include <array>
#include <atomic>
#include <numeric>
#include <thread>

#include "catch.hpp"

using faktum::LazyTable;

TEST_CASE("an item of a lazy table is made when it is first asked for, and stays where it is") {
  std::size_t made = 0;
  const LazyTable<std::size_t> squares(5, [&](std::size_t number) {
    ++made;
    return std::make_unique<std::size_t>(number * number);
  });
  CHECK(squares.size() == 5);
  CHECK(made == 0);
  const std::size_t& nine = squares[3];
  CHECK(nine == 9);
  CHECK(&squares[3] == &nine);
  CHECK(made == 1);
  CHECK(std::accumulate(squares.begin(), squares.end(), std::size_t{0}) == 30);
  CHECK(made == 5);
}

TEST_CASE("a lazy table is also filled by hand, and moves with its items") {
  LazyTable<std::string> names;
  std::string& first = names.add(std::make_unique<std::string>("Infineon"));
  names.add(std::make_unique<std::string>("Bosch"));
  for (std::string& name : names) name += "s";
  const LazyTable<std::string> moved = std::move(names);
  CHECK(&moved[0] == &first);
  CHECK(moved[1] == "Boschs");
}

TEST_CASE("threads that ask a lazy table for an item at the same time get the same one") {
  constexpr std::size_t threads = 4;
  constexpr std::size_t items = 200;
  const LazyTable<std::size_t> table(
      items, [](std::size_t number) { return std::make_unique<std::size_t>(number); });
  std::array<std::array<const std::size_t*, items>, threads> seen{};
  std::atomic<std::size_t> waiting = threads;
  {
    std::array<std::jthread, threads> workers;
    for (std::size_t i = 0; i < threads; ++i) {
      workers[i] = std::jthread([&, i] {
        for (--waiting; waiting > 0;) {
        }
        for (std::size_t number = 0; number < items; ++number) seen[i][number] = &table[number];
      });
    }
  }
  for (std::size_t number = 0; number < items; ++number) {
    CHECK(*seen[0][number] == number);
    for (std::size_t i = 1; i < threads; ++i) CHECK(seen[i][number] == seen[0][number]);
  }
}
