// Where the time goes: each stage on its own over the documents of a file, on one thread.
//
// usage: faktum_stages FILE [RUNS]
// Prints {"bytes":…,"documents":…,"facts":…,"seconds":{"read":…,…}}: bytes of text, medians.
//
// Two passes a run. The first is the program's way, one document after the other: read, decode,
// sentences, find (all of the matching), write. The second takes find apart: the scan for
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
    RawDocument raw;
    std::string out;
    for (watch.start(); source.next(raw);) {
      watch.lap(read);
      const Input input = parse_document(raw, options_);
      if (input.error) fail("a document is broken");
      watch.lap(decode);
      Extraction extraction;
      split_sentences(input.document.text, extraction.sentences);
      watch.lap(sentences);
      finder_.find(input.document, extraction.sentences);
      extraction.facts = finder_.take_facts();
      watch.lap(find);
      out.clear();
      writer->document(input.document, extraction, input.kept, out);
      watch.lap(write);
      ++documents;
      bytes += input.document.text.size();
      facts += extraction.facts.size();
      watch.start();
    }
  }

  void parts(Stopwatch& watch) {
    const CompiledRules& rules = rules_.compiled();
    DocumentSource source(Paths({path_}), options_);
    std::vector<Span> spans;
    std::vector<RuleMatch> matches;
    std::vector<GazetteerHit> names;
    std::size_t literals = 0;
    Prefilter::Scratch scratch;
    for (RawDocument raw; source.next(raw);) {
      const Input input = parse_document(raw, options_);
      const std::string& text = input.document.text;
      split_sentences(text, spans);
      watch.start();
      rules.triggers.prefilter.scan(text, scratch, [&](std::uint32_t, std::size_t) { ++literals; });
      watch.lap(prefilter);
      names.clear();
      rules.names.find(text, names);
      watch.lap(lists);
      matcher_.match(text, spans, matches);
      watch.lap(match);
    }
    if (literals == 0) fail("the texts trigger no rule");
  }

  std::string path_;
  RuleSet rules_;
  InputOptions options_;
  CandidateFinder finder_{rules_.compiled()};
  Matcher matcher_{rules_.compiled()};
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
