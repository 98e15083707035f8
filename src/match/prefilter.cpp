#include "match/prefilter.hpp"

#include "text/ascii.hpp"

namespace faktum {

Prefilter::Prefilter(const std::vector<std::string>& literals, std::string_view sample) {
  std::vector<std::uint32_t> with_capital;
  std::vector<std::uint32_t> others;
  for (std::uint32_t i = 0; i < literals.size(); ++i) {
    (is_ascii_upper(literals[i].front()) ? with_capital : others).push_back(i);
  }
  using Search = LiteralAutomaton::Search;
  at_capitals_ = LiteralAutomaton(literals, with_capital, Search::at_begin, sample);
  anywhere_ = LiteralAutomaton(literals, others, Search::anywhere, sample);
}

Prefilter::Parts::Parts(std::string_view text, std::size_t done, std::size_t longest) {
  const std::size_t from = done - std::min(done, longest);
  const std::size_t size = std::min(lanes * (most_steps - longest) + longest, text.size() - from);
  const std::size_t alone = (std::max(size, longest) - longest + lanes - 1) / lanes;
  steps = std::min(alone + longest, size);
  // The last lanes of a short text begin earlier, so that all take as many steps.
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    begins[lane] = from + std::min(lane * alone, size - steps);
  }
}

}  // namespace faktum
