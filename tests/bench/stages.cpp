// Where the time goes: each stage on its own over the documents of a file, on one thread.
//
// usage: faktum_stages FILE [RUNS]
// Prints {"bytes":…,"documents":…,"facts":…,"seconds":{"read":…,…}}: bytes of text, medians.
//
// Two passes a run. The first is the program's way, a batch of documents after the other: read,
// decode, sentences, find (all of the matching), write. The second takes find apart: the scan for
// triggers, that for the names of lists, and all rules. What remains of find are the values.

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "api/candidates.hpp"
#include "faktum/faktum.hpp"
#include "input/document_source.hpp"
#include "input/parse_document.hpp"
#include "match/matcher.hpp"
#include "median.hpp"
#include "output/writer.hpp"
#include "text/sentences.hpp"

namespace faktum::bench {
namespace {

enum Stage : std::uint8_t { read, decode, sentences, find, write, prefilter, lists, match, stages };

using Seconds = std::array<double, stages>;

[[noreturn]] void fail(const char* why) {
  std::fprintf(stderr, "faktum_stages: %s\n", why);
  std::exit(2);
}

class Stopwatch {
 public:
  void start() { last_ = Clock::now(); }

  // The time since start() or the last lap belongs to `stage`.
  void lap(Stage stage) {
    const Clock::time_point now = Clock::now();
    seconds[stage] += std::chrono::duration<double>(now - last_).count();
    last_ = now;
  }

  Seconds seconds{};

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point last_;
};

class Bench {
 public:
  Bench(std::string path, RuleSet rules) : path_(std::move(path)), rules_(std::move(rules)) {}

  // The seconds of each stage in one run.
  Seconds run() {
    Stopwatch watch;
    whole(watch);
    parts(watch);
    return watch.seconds;
  }

  std::size_t bytes = 0;
  std::size_t documents = 0;
  std::size_t facts = 0;

 private:
  void whole(Stopwatch& watch) {
    DocumentSource source(Paths({path_}), options_);
    const auto writer = make_writer({});
    bytes = documents = facts = 0;
    std::string out;
    watch.start();
    while (next_batch(source, &watch)) {
      finder_.match(documents_, sentences_);
      std::vector<Extraction> extractions;
      for (std::size_t i = 0; i < documents_.size(); ++i) {
        finder_.resolve(i);
        extractions.push_back({finder_.take_facts(), sentences_[i]});
      }
      watch.lap(find);
      out.clear();
      for (std::size_t i = 0; i < documents_.size(); ++i) {
        writer->document(documents_[i], extractions[i], {}, out);
      }
      watch.lap(write);
      for (std::size_t i = 0; i < documents_.size(); ++i) {
        bytes += documents_[i].text.size();
        facts += extractions[i].facts.size();
      }
      documents += documents_.size();
      watch.start();
    }
  }

  void parts(Stopwatch& watch) {
    const CompiledRules& rules = rules_.compiled();
    DocumentSource source(Paths({path_}), options_);
    std::vector<GazetteerHit> names;
    std::size_t literals = 0;
    Prefilter::Scratch scratch;
    Batch batch;
    while (next_batch(source, nullptr)) {
      batch.clear();
      for (std::size_t i = 0; i < documents_.size(); ++i) {
        batch.add(documents_[i].text, sentences_[i]);
      }
      watch.start();
      rules.triggers.prefilter.scan(batch.text(), scratch,
                                    [&](std::uint32_t, std::size_t, std::size_t) { ++literals; });
      watch.lap(prefilter);
      names.clear();
      rules.names.find(batch.text(), names);
      watch.lap(lists);
      matcher_.match(batch);
      watch.lap(match);
    }
    if (literals == 0) fail("the texts trigger no rule");
  }

  // Reads documents until there is 1 MB of text; none at the end of the source.
  bool next_batch(DocumentSource& source, Stopwatch* watch) {
    constexpr std::size_t most_bytes = std::size_t{1} << 20U;
    const auto lap = [&](Stage stage) {
      if (watch != nullptr) watch->lap(stage);
    };
    documents_.clear();
    std::size_t size = 0;
    RawDocument raw;
    while (size < most_bytes && source.next(raw)) {
      lap(read);
      Input input = parse_document(raw, options_);
      if (input.error) fail("a document is broken");
      size += input.document.text.size();
      documents_.push_back(std::move(input.document));
      lap(decode);
    }
    sentences_.resize(documents_.size());
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      split_sentences(documents_[i].text, sentences_[i]);
    }
    lap(sentences);
    return !documents_.empty();
  }

  std::string path_;
  RuleSet rules_;
  InputOptions options_;
  CandidateFinder finder_{rules_.compiled()};
  Matcher matcher_{rules_.compiled()};
  std::vector<Document> documents_;
  std::vector<std::vector<Span>> sentences_;
};

int run(int argc, char** argv) {
  if (argc < 2) fail("usage: faktum_stages FILE [RUNS]");
  const int runs = argc > 2 ? std::atoi(argv[2]) : 7;
  auto rules = RuleSetBuilder().builtin().build();
  if (!rules) fail("the built-in rules do not build");
  Bench bench(argv[1], rules.value());
  bench.run();  // compiles the patterns
  if (bench.facts == 0) fail("the texts hold no fact");

  std::array<std::vector<double>, stages> laps;
  for (int i = 0; i < runs; ++i) {
    const Seconds seconds = bench.run();
    for (std::size_t stage = 0; stage < stages; ++stage) laps[stage].push_back(seconds[stage]);
  }
  Seconds seconds{};
  for (std::size_t stage = 0; stage < stages; ++stage) seconds[stage] = median(laps[stage]);
  std::printf(
      "{\"bytes\":%zu,\"documents\":%zu,\"facts\":%zu,\"seconds\":{\"read\":%.6f,"
      "\"decode\":%.6f,\"sentences\":%.6f,\"prefilter\":%.6f,\"lists\":%.6f,\"match\":%.6f,"
      "\"values\":%.6f,\"write\":%.6f}}\n",
      bench.bytes, bench.documents, bench.facts, seconds[read], seconds[decode], seconds[sentences],
      seconds[prefilter], seconds[lists], seconds[match] - seconds[prefilter] - seconds[lists],
      seconds[find] - seconds[match], seconds[write]);
  return 0;
}

}  // namespace
}  // namespace faktum::bench

int main(int argc, char** argv) { return faktum::bench::run(argc, argv); }
