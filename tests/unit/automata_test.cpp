#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "automata/automata_maker.hpp"
#include "catch.hpp"
#include "faktum/rule_set.hpp"
#include "match/matcher.hpp"
#include "rules/builtin.hpp"
#include "rules/compile.hpp"
#include "rules/load.hpp"
#include "rules/pattern.hpp"
#include "text/sentences.hpp"
#include "text/utf8.hpp"

using faktum::Automata;
using faktum::AutomataMaker;
using faktum::Automaton;
using faktum::GroupReader;
using faktum::Pattern;
using faktum::PatternAutomata;
using faktum::PatternUse;
using faktum::Span;

namespace {

const std::vector<std::string> patterns{
    R"((?P<number>\d+(?:[.,]\d+)*)(?P<unit> ?(?:%|Prozent|€)))",
    R"((a|ab)(c|bcd)?(d*))",
    R"((?i:straße|ÖL|k)+[^\d€]?)",
    R"((?i:1[12]?,?k?))",
    R"(\b(?P<span>a+)\b|(b)-?\bc)",
    R"((?:(a)|b){2,3}?(c?){2}(d+?)?)",
    R"(^(?:a|€)b?|c$)",
    R"([A-ZÄÖÜ]\p{L}*(?:-[[:alpha:]]{1,2})?)",
    R"((ß|[^a-z\x{2010}-\x{2015}]){2}\B.?)",
    R"((?i)x{0}[k-m]|\x{41}\x62\.)",
    R"(((a*)b)*c|(?:a?){3}?d|(?P<x>a*?)(?P<y>[ab]+)-)",
};

std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> characters{
      "a", "b", "c", "d",  "-", " ", "1", "2", ",", ".", "k", "K",  "ſ",
      "€", "ß", "Ä", "ÖL", "ö", "A", "Z", "%", "–", "😀", "_", "\n", "Prozent"};
  std::uniform_int_distribution<std::size_t> size(0, 12);
  std::uniform_int_distribution<std::size_t> which(0, characters.size() - 1);
  std::string text;
  for (std::size_t left = size(random); left > 0; --left) text += characters[which(random)];
  return text;
}

// The spans of RE2's groups; empty where it does not match.
std::vector<Span> by_re2(const Pattern& pattern, const std::string& text, Span within,
                         RE2::Anchor anchor) {
  std::vector<re2::StringPiece> parts(static_cast<std::size_t>(pattern.groups().count) + 1);
  if (!pattern.get().Match(text, within.begin, within.end, anchor, parts.data(),
                           static_cast<int>(parts.size()))) {
    return {};
  }
  std::vector<Span> spans;
  for (const re2::StringPiece& part : parts) {
    const auto begin = static_cast<std::size_t>(part.data() - text.data());
    spans.push_back(part.data() == nullptr ? GroupReader::no_part
                                           : Span{begin, begin + part.size()});
  }
  return spans;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Candidates as text, so that a difference can be read.
std::vector<std::string> matches_of(faktum::Matcher& matcher, const std::string& text) {
  std::vector<Span> sentences;
  faktum::split_sentences(text, sentences);
  std::vector<faktum::RuleMatch> matches;
  const faktum::Batch batch(text, sentences);
  matcher.match(batch);
  matcher.matches_of(0, matches);
  std::vector<std::string> found;
  for (faktum::RuleMatch& match : matches) {
    matcher.read_groups(match);
    std::string line = match.rule->spec.name + ' ' + std::to_string(match.span.begin) + ' ' +
                       std::string(match.span.of(text));
    for (const auto& [name, group] : match.groups) {
      line.append(" ").append(name).append("=").append(group);
    }
    found.push_back(std::move(line));
  }
  return found;
}

}  // namespace

TEST_CASE("Automata find what RE2 finds, with the same groups") {
  AutomataMaker maker;
  std::vector<std::uint32_t> numbers;
  for (const std::string& pattern : patterns)
    numbers.push_back(maker.add(pattern, PatternUse::find));
  std::mt19937 random(20261125);
  const Automata automata = maker.make(random_text(random) + random_text(random));
  std::vector<faktum::CharClass> classes;
  GroupReader reader;
  std::vector<Span> groups;
  std::size_t found = 0;
  for (int round = 0; round < 2000; ++round) {
    const std::string text = random_text(random);
    automata.alphabet().classify(text, classes);
    const Span all{0, text.size()};
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      INFO(patterns[i] << " in '" << text << "'");
      const Pattern pattern(patterns[i]);
      const PatternAutomata* of = automata.find(numbers[i]);
      REQUIRE(of != nullptr);
      CHECK(of->groups.named == pattern.groups().named);
      CHECK(of->groups.span == pattern.groups().span);
      Automaton::Search search{all, all.begin, {}};
      of->backward.find_begins({&search, 1}, classes);
      std::vector<std::size_t> wanted;
      for (std::size_t at = text.size() + 1; at-- > 0;) {
        if (at < text.size() && faktum::is_continuation(text[at])) continue;
        const auto spans = by_re2(pattern, text, {at, text.size()}, RE2::ANCHOR_START);
        if (spans.empty()) continue;
        wanted.push_back(at);
        CHECK(of->forward.longest_from(classes, all, at) == spans.front().end);
        reader.read(of->group_program, automata.alphabet(), classes, all, spans.front(), groups);
        CHECK(groups == spans);
        ++found;
      }
      CHECK(search.begins == wanted);
      // Knowing where the first match may end changes nothing.
      search.least_end = wanted.empty() ? all.end : wanted.back();
      of->backward.find_begins({&search, 1}, classes);
      CHECK(search.begins == wanted);
    }
  }
  CHECK(found > 8'000);
}

TEST_CASE("Automata know what stands beside a place as RE2 does") {
  AutomataMaker maker;
  std::vector<std::uint32_t> left;
  std::vector<std::uint32_t> right;
  std::vector<std::uint32_t> extend;
  for (const std::string& pattern : patterns) {
    left.push_back(maker.add("(?:" + pattern + ")$", PatternUse::ends));
    right.push_back(maker.add("^(?:" + pattern + ")", PatternUse::begins));
    extend.push_back(maker.add("^(?:" + pattern + ")", PatternUse::extend));
  }
  std::mt19937 random(20261126);
  const Automata automata = maker.make(random_text(random) + random_text(random));
  std::vector<faktum::CharClass> classes;
  for (int round = 0; round < 1000; ++round) {
    const std::string text = random_text(random);
    automata.alphabet().classify(text, classes);
    const Span all{0, text.size()};
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      INFO(patterns[i] << " in '" << text << "'");
      const Pattern before(patterns[i], PatternUse::ends);
      const Pattern after(patterns[i], PatternUse::begins);
      CHECK(automata.find(left[i])->backward.ends(classes, all) ==
            RE2::PartialMatch(text, before.get()));
      const auto behind = by_re2(after, text, all, RE2::ANCHOR_START);
      CHECK(automata.find(right[i])->forward.begins(classes, all) == !behind.empty());
      CHECK(automata.find(extend[i])->forward.longest_from(classes, all, 0) ==
            (behind.empty() ? Automaton::no_match : behind.front().end));
    }
  }
}

TEST_CASE("A pattern that automata cannot be made of is left to RE2") {
  AutomataMaker maker;
  CHECK(maker.add("(?s)a.b", PatternUse::find) == Automata::none);
  CHECK(maker.add("(?U:a+)", PatternUse::find) == Automata::none);
  CHECK(maker.add("(a?)+", PatternUse::find) == Automata::none);
  const std::uint32_t huge = maker.add("[ab]*a[ab]{20}c", PatternUse::find);
  CHECK(maker.add("[ab]*a[ab]{20}c", PatternUse::find) == huge);
  CHECK(maker.make().find(huge) == nullptr);
}

TEST_CASE("The built-in rules give the same matches with automata and without") {
  const auto mapped = faktum::RuleSetBuilder().builtin().build();
  REQUIRE(mapped);
  std::size_t with_automata = 0;
  for (const faktum::Rule& rule : mapped.value().compiled().rules) {
    INFO(rule.spec.name << ": RE2 runs a pattern of it, at many times the cost");
    rule.each_pattern([&](const Pattern& pattern, PatternUse) {
      CHECK(pattern.empty() == (pattern.automata() == nullptr));
      with_automata += pattern.automata() != nullptr ? 1U : 0U;
    });
  }
  CHECK(with_automata > 500);
  faktum::Sources sources;
  for (const faktum::BuiltinFile& file : faktum::builtin_files()) {
    sources.add("rules/" + std::string(file.path), file.bytes, 0);
  }
  auto files = faktum::load_rules(sources.rules);
  REQUIRE(files);
  const auto plain = faktum::compile_rules(std::move(files).value(), sources.lists, {});
  REQUIRE(plain);
  faktum::Matcher fast(mapped.value().compiled());
  faktum::Matcher slow(*plain.value());
  const std::filesystem::path root(FAKTUM_SOURCE_DIR);
  std::size_t found = 0;
  for (const char* folder : {"samples", "tests/bench/news", "rules"}) {
    for (const auto& entry : std::filesystem::directory_iterator(root / folder)) {
      if (!entry.is_regular_file()) continue;
      INFO(entry.path());
      const std::string text = read_file(entry.path());
      const auto matches = matches_of(fast, text);
      const auto wanted = matches_of(slow, text);
      const auto [a, b] =
          std::mismatch(matches.begin(), matches.end(), wanted.begin(), wanted.end());
      CHECK((a == matches.end() ? "" : *a) == (b == wanted.end() ? "" : *b));
      found += matches.size();
    }
  }
  CHECK(found > 3000);
}
