#include "rules/rarity.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>

#include "match/fold.hpp"
#include "rules/sample.hpp"
#include "text/ascii.hpp"
#include "text/sentences.hpp"

namespace faktum {
namespace {

// How often a letter stands at a byte of German text, and how often the most frequent pairs do, in
// percent (Beutelspacher, Kryptologie).
constexpr std::array<double, 26> letters{6.5, 1.9, 3.1, 5.1, 17.4, 1.7, 3.0, 4.8, 7.6,
                                         0.3, 1.2, 3.4, 2.5, 9.8,  2.5, 0.8, 0.1, 7.0,
                                         7.3, 6.2, 4.4, 0.7, 1.9,  0.1, 0.1, 1.1};
constexpr std::array<std::pair<std::string_view, double>, 10> pairs{{{"en", 3.9},
                                                                     {"er", 3.8},
                                                                     {"ch", 2.8},
                                                                     {"te", 2.3},
                                                                     {"de", 2.0},
                                                                     {"nd", 2.0},
                                                                     {"ei", 1.9},
                                                                     {"ie", 1.8},
                                                                     {"in", 1.7},
                                                                     {"es", 1.5}}};

double frequency_of_letter(char c) { return letters[static_cast<std::size_t>(c - 'a')] / 100; }

// Of a small letter behind another.
double frequency_after(char before, char c) {
  for (const auto& [pair, percent] : pairs) {
    if (pair[0] == before && pair[1] == c) return percent / 100 / frequency_of_letter(before);
  }
  return frequency_of_letter(c);
}

// How often a literal begins at a byte, as if other letters were independent. What is no letter is
// estimated.
double frequency_of_letters(std::string_view literal) {
  double estimate = 1;
  char before = 0;
  for (const char c : literal) {
    if (is_ascii_lower(c)) {
      estimate *= is_ascii_lower(before) ? frequency_after(before, c) : frequency_of_letter(c);
    } else if (is_ascii_upper(c)) {
      estimate *= 0.003;
    } else if (c == ' ') {
      estimate *= before == ',' ? 0.9 : 0.14;
    } else if (c == '0') {
      estimate *= before == '0' ? 0.5 : 0.02;
    } else {
      estimate *= c == '.' || c == ',' || c == '-' ? 0.01 : 0.0005;
    }
    before = c;
  }
  return estimate;
}

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

  [[nodiscard]] std::size_t size() const { return folded_.size(); }
  [[nodiscard]] std::size_t sentences() const { return sentences_; }
  [[nodiscard]] std::size_t sentence_at(std::uint32_t at) const { return sentence_at_[at]; }
  [[nodiscard]] std::string_view written_at(std::uint32_t at) const { return text_.substr(at); }

  // Where the folded literal begins.
  [[nodiscard]] auto places_of(std::string_view literal) const {
    return std::ranges::equal_range(
        sorted_, literal, {}, [&](std::uint32_t at) { return from(at).substr(0, literal.size()); });
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
  constexpr double most_unseen = 0.3;
  constexpr double letter_alone = 1e6;
  sentences_.resize(sample.sentences());
  for (const std::string& literal : literals) {
    const std::string folded = ascii_lower(literal);
    if (folded.size() == 1 && is_ascii_lower(folded[0])) stops_ += letter_alone;
    bool seen = false;
    for (const std::uint32_t at : sample.places_of(folded)) {
      ++stops_;
      if (!capitals_fit(literal, sample.written_at(at))) continue;
      seen = true;
      sentences_[sample.sentence_at(at)] = true;
    }
    if (!seen) {
      const double expected = frequency_of_letters(literal) * static_cast<double>(sample.size());
      unseen_ += std::min(expected, most_unseen);
    }
  }
}

double Occurrences::tries() const {
  return unseen_ + static_cast<double>(std::ranges::count(sentences_, true));
}

void Occurrences::keep_beside(const Occurrences& others) {
  for (std::size_t i = 0; i < sentences_.size(); ++i) {
    if (!others.sentences_[i]) sentences_[i] = false;
  }
}

double Occurrences::tries_without(const Occurrences& others) const {
  double count = unseen_;
  for (std::size_t i = 0; i < sentences_.size(); ++i) {
    if (sentences_[i] && !others.sentences_[i]) ++count;
  }
  return count;
}

}  // namespace faktum
