#include "match/neighbour_filter.hpp"

#include <random>
#include <string>
#include <vector>

#include "automata/automata_maker.hpp"
#include "catch.hpp"

namespace faktum {
namespace {

constexpr std::string_view letters[] = {"a", "b", " ", "\n", "ä", ",", "Firma"};

std::string some_text(std::mt19937& random) {
  std::string text;
  for (std::size_t i = 0; i < random() % 5; ++i) text += letters[random() % std::size(letters)];
  return text;
}

}  // namespace

TEST_CASE("The neighbour filter passes every pattern that matches, and few others") {
  const std::vector<std::string> before{"a ", "(?:^|[^a-zä])ab?$", "ä[^b]*", "Firma ", "^", "a|"};
  const std::vector<std::string> after{" b", "$", "[ab,]+ä", "(?:ab|ä|$)", "", "\\b,"};
  AutomataMaker maker;
  std::vector<std::uint32_t> numbers;
  for (const std::string& pattern : before)
    numbers.push_back(maker.add("(?:" + pattern + ")$", PatternUse::ends));
  for (const std::string& pattern : after)
    numbers.push_back(maker.add("^(?:" + pattern + ")", PatternUse::begins));
  const Automata automata = maker.make();
  std::vector<NeighbourFilter::Neighbours> neighbours;
  for (std::size_t i = 0; i < before.size(); ++i) {
    neighbours.push_back({&automata.find(numbers[i])->backward,
                          &automata.find(numbers[before.size() + i])->forward});
  }
  neighbours.push_back({nullptr, nullptr});
  const NeighbourFilter filter(neighbours);

  std::mt19937 random(20261129);
  std::vector<CharClass> classes;
  std::size_t passed = 0;
  std::size_t matching = 0;
  for (int round = 0; round < 5000; ++round) {
    const std::string left = some_text(random);
    const std::string text = left + "Name" + some_text(random);
    automata.alphabet().classify(text, classes);
    const Span window{0, text.size()};
    const Span name{left.size(), left.size() + 4};
    std::vector<bool> possible(neighbours.size());
    filter.each_possible(classes, window, name, [&](std::size_t i) { possible[i] = true; });
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      const auto& [ends, begins] = neighbours[i];
      const bool matches = (ends == nullptr || ends->ends(classes, {window.begin, name.begin})) &&
                           (begins == nullptr || begins->begins(classes, {name.end, window.end}));
      INFO(text << " " << i);
      CHECK((possible[i] || !matches));
      if (possible[i]) ++passed;
      if (matches) ++matching;
    }
  }
  CHECK(matching > 5000);
  CHECK(passed < 2 * matching);
}

}  // namespace faktum
