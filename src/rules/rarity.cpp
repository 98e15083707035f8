#include "rules/rarity.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>

#include "match/fold.hpp"
#include "rules/sample.hpp"
#include "text/ascii.hpp"
#include "text/sentences.hpp"

namespace faktum {
namespace {

// The sample as the prefilter reads it.
class Sample {
 public:
  Sample() {
    fold_text(text_, folded_);
    std::ranges::replace_if(
        folded_, [](char c) { return c >= '\t' && c <= '\r'; }, ' ');
    std::vector<Span> sentences;
    split_sentences(text_, sentences);
    sentence_at_.resize(folded_.size());
    for (const Span& sentence : sentences) {
      std::fill_n(sentence_at_.begin() + static_cast<std::ptrdiff_t>(sentence.begin),
                  sentence.size(), sentences_);
      ++sentences_;
    }
    sorted_.resize(folded_.size());
    std::iota(sorted_.begin(), sorted_.end(), 0U);
    std::ranges::sort(sorted_, {}, [&](std::uint32_t at) { return from(at); });
  }

  [[nodiscard]] std::size_t sentences() const { return sentences_; }
  [[nodiscard]] std::size_t sentence_at(std::uint32_t at) const { return sentence_at_[at]; }
  [[nodiscard]] std::string_view written_at(std::uint32_t at) const { return text_.substr(at); }

  // Where the folded literal begins.
  [[nodiscard]] std::span<const std::uint32_t> places_of(std::string_view literal) const {
    const auto beginning = [&](std::uint32_t at) { return from(at).substr(0, literal.size()); };
    const auto first = std::ranges::lower_bound(sorted_, literal, {}, beginning);
    const auto last = std::ranges::upper_bound(sorted_, literal, {}, beginning);
    return {first, last};
  }

 private:
  [[nodiscard]] std::string_view from(std::uint32_t at) const {
    return std::string_view(folded_).substr(at);
  }

  std::string_view text_ = sample_text();
  std::string folded_;
  std::vector<std::uint32_t> sorted_;  // places, by what the text reads from there on
  std::vector<std::uint32_t> sentence_at_;
  std::uint32_t sentences_ = 0;
};

}  // namespace

Occurrences::Occurrences(std::span<const std::string> literals) {
  static const Sample sample;
  constexpr double letter_alone = 1e6;
  sentences_.resize(sample.sentences());
  for (const std::string& literal : literals) {
    const std::string folded = ascii_lower(literal);
    if (folded.size() == 1 && is_ascii_lower(folded[0])) stops_ += letter_alone;
    bool seen = false;
    for (const std::uint32_t at : sample.places_of(folded)) {
      if (!capitals_fit(literal, sample.written_at(at))) continue;
      ++stops_;
      seen = true;
      sentences_[sample.sentence_at(at)] = true;
    }
    if (!seen) unseen_ += 0.5 / static_cast<double>(literal.size());
  }
}

double Occurrences::tries() const {
  return unseen_ + static_cast<double>(std::ranges::count(sentences_, true));
}

double Occurrences::tries_without(const Occurrences& others) const {
  double count = unseen_;
  for (std::size_t i = 0; i < sentences_.size(); ++i) {
    if (sentences_[i] && !others.sentences_[i]) ++count;
  }
  return count;
}

}  // namespace faktum
