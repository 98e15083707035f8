// The cost of touching a text at all: ICU's German word break iterator walks over the texts of a
// JSONL file, in memory, and does nothing else.
//
// usage: faktum_yardstick FILE.jsonl [RUNS]
// Prints {"bytes":…,"words":…,"wall":…,"user":…}: bytes of text, median seconds of a walk.

#include <simdjson.h>
#include <sys/resource.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "median.hpp"

namespace {

double user_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) +
         static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

[[noreturn]] void fail(const std::string& why) {
  std::fprintf(stderr, "faktum_yardstick: %s\n", why.c_str());
  std::exit(2);
}

std::vector<std::string> texts_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) fail(std::string(path) + " does not open");
  std::vector<std::string> texts;
  simdjson::dom::parser parser;
  for (std::string line; std::getline(in, line);) {
    std::string_view text;
    if (parser.parse(line)["text"].get(text) != simdjson::SUCCESS) fail("a line has no text");
    texts.emplace_back(text);
  }
  return texts;
}

class WordWalk {
 public:
  WordWalk() {
    UErrorCode status = U_ZERO_ERROR;
    words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getGerman(), status));
    if (U_FAILURE(status) != 0) fail("ICU has no German word breaks");
  }

  // The words of `text` and what stands between them, spaces and punctuation.
  std::size_t count(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    utext_ = utext_openUTF8(utext_, text.data(), static_cast<std::int64_t>(text.size()), &status);
    words_->setText(utext_, status);
    if (U_FAILURE(status) != 0) fail("ICU does not take the text");
    std::size_t pieces = 0;
    while (words_->next() != icu::BreakIterator::DONE) ++pieces;
    return pieces;
  }

 private:
  std::unique_ptr<icu::BreakIterator> words_;
  UText* utext_ = nullptr;  // until the program ends
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) fail("usage: faktum_yardstick FILE.jsonl [RUNS]");
  const int runs = argc > 2 ? std::atoi(argv[2]) : 7;
  const std::vector<std::string> texts = texts_of(argv[1]);
  WordWalk walk;
  // Seven words, a full stop, two hyphens and four spaces.
  if (walk.count("Die RTX-4090-Karte kostet 1.599,99 Euro.") != 14) fail("ICU counts wrongly");

  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  const auto count_all = [&] {
    std::size_t pieces = 0;
    for (const std::string& text : texts) pieces += walk.count(text);
    return pieces;
  };
  const std::size_t expected = count_all();
  if (expected < bytes / 20) fail("too few words");

  std::vector<double> wall;
  std::vector<double> user;
  for (int i = 0; i < runs; ++i) {
    const auto begin = std::chrono::steady_clock::now();
    const double used = user_seconds();
    if (count_all() != expected) fail("another count than before");
    user.push_back(user_seconds() - used);
    wall.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::printf("{\"bytes\":%zu,\"words\":%zu,\"wall\":%.6f,\"user\":%.6f}\n", bytes, expected,
              faktum::bench::median(wall), faktum::bench::median(user));
  return 0;
}
