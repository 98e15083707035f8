// How fast documents become facts, on one thread, from memory. Each benchmark checks its result
// before it is timed. `./dev bench` runs them and, beside them, whole processes (process.py).

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "faktum/faktum.hpp"
#include "text/sentences.hpp"

namespace {

namespace fs = std::filesystem;

// The sample articles again and again, each time published on another day, about `size` bytes.
std::vector<faktum::Document> articles(std::size_t size) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(FAKTUM_SAMPLES)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  std::vector<faktum::Document> documents;
  std::size_t bytes = 0;
  for (unsigned i = 0; bytes < size; ++i) {
    faktum::Document& document = documents.emplace_back();
    document.text = texts[i % texts.size()];
    document.published = faktum::Date{std::chrono::year{2024}, std::chrono::month{i % 12 + 1},
                                      std::chrono::day{i % 28 + 1}};
    bytes += document.text.size();
  }
  return documents;
}

std::size_t bytes_of(const std::vector<faktum::Document>& documents) {
  std::size_t bytes = 0;
  for (const faktum::Document& document : documents) bytes += document.text.size();
  return bytes;
}

std::size_t count_facts(faktum::Extractor& extractor,
                        const std::vector<faktum::Document>& documents) {
  std::size_t facts = 0;
  for (const faktum::Document& document : documents) {
    facts += extractor.extract(document).facts.size();
  }
  return facts;
}

void set_speed(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

void extraction(benchmark::State& state) {
  const auto documents = articles(20'000'000);
  auto rules = faktum::RuleSetBuilder().builtin().build();
  auto unfiltered = faktum::RuleSetBuilder().builtin().prefilter(false).build();
  if (!rules || !unfiltered) return state.SkipWithError("the built-in rules do not build");
  faktum::Extractor extractor(rules.value());
  faktum::Extractor slow(unfiltered.value());
  const std::vector<faktum::Document> few(documents.begin(), documents.begin() + 20);
  const std::size_t facts = count_facts(extractor, few);
  if (facts < 20 * 30 || facts != count_facts(slow, few)) {
    return state.SkipWithError("the facts are not what they should be");
  }
  for (auto _ : state) benchmark::DoNotOptimize(count_facts(extractor, documents));
  set_speed(state, bytes_of(documents));
}
BENCHMARK(extraction)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(5);

void sentences(benchmark::State& state) {
  const auto documents = articles(20'000'000);
  std::vector<faktum::Span> spans;
  faktum::split_sentences(documents.front().text, spans);
  if (spans.size() < 20) return state.SkipWithError("too few sentences");
  for (auto _ : state) {
    for (const faktum::Document& document : documents) {
      faktum::split_sentences(document.text, spans);
      benchmark::DoNotOptimize(spans.data());
    }
  }
  set_speed(state, bytes_of(documents));
}
BENCHMARK(sentences)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(5);

// The yardstick: ICU's German word break iterator over the same texts, and nothing else.
void icu_words(benchmark::State& state) {
  const auto documents = articles(20'000'000);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getGerman(), status));
  if (U_FAILURE(status)) return state.SkipWithError("ICU has no German word breaks");
  const auto count = [&] {
    std::size_t edges = 0;
    for (const faktum::Document& document : documents) {
      UText* text = utext_openUTF8(nullptr, document.text.data(),
                                   static_cast<std::int64_t>(document.text.size()), &status);
      words->setText(text, status);
      while (words->next() != icu::BreakIterator::DONE) ++edges;
      utext_close(text);
    }
    return edges;
  };
  if (count() < bytes_of(documents) / 20) return state.SkipWithError("too few words");
  for (auto _ : state) benchmark::DoNotOptimize(count());
  set_speed(state, bytes_of(documents));
}
BENCHMARK(icu_words)->Unit(benchmark::kMillisecond)->Iterations(1)->Repetitions(5);

}  // namespace

BENCHMARK_MAIN();
