#include "match/work_finder.hpp"

#include <algorithm>
#include <numeric>

#include "match/context.hpp"
#include "text/sentences.hpp"

namespace faktum {

WorkFinder::WorkFinder(const Triggers& triggers)
    : triggers_(triggers),
      first_sets_(triggers.first_sets()),
      sets_held_(triggers.rules.size()),
      ends_(triggers.rules.size()) {}

void WorkFinder::find(const Batch& batch) {
  batch_ = &batch;
  const std::string_view text = batch.text();
  const std::vector<Span>& sentences = batch.sentences();
  const std::size_t documents = batch.parts().size();
  document_verdicts_.assign(documents * triggers_.sets.size(), Verdict::unknown);
  found_.clear();
  for (const std::uint32_t rule : triggers_.always) {
    for (std::uint32_t s = 0; s < sentences.size(); ++s) {
      found_.push_back({s, rule, sentences[s].begin});
    }
  }
  words_seen_.assign(documents * triggers_.document_words.size(), false);
  std::uint32_t sentence = 0;
  std::size_t sentence_end = sentences[sentence].end;
  const auto find_all = [&](std::uint32_t ending, std::size_t at, std::size_t end) {
    if (sentence_end <= at) {
      add_tasks(sentence);
      sentence = sentence_of(sentences, sentence, at);
      sentence_end = sentences[sentence].end;
    }
    const Triggers::Ending& means = triggers_.endings[ending];
    for (std::size_t i = 0; i < means.count; ++i) hold(means.sets[i], end);
    if (means.has_more) {
      for (const std::uint32_t set : triggers_.more_sets[ending]) hold(set, end);
    }
    if (means.has_words) see_words(sentence, ending, end);
  };
  triggers_.prefilter.scan(text, prefilter_scratch_, find_all);
  add_tasks(sentence);
  sort_tasks();
}

// By stretch of the text and rule, in linear time.
void WorkFinder::sort_tasks() {
  constexpr std::size_t stretch = std::size_t{1} << 20U;  // bytes
  const std::size_t rules = triggers_.sets.size();
  const auto place_of = [&](const Task& task) {
    return batch_->sentences()[task.sentence].begin / stretch * rules + task.rule;
  };
  std::vector<std::uint32_t>& ends = ends_of_rules_;
  ends.assign((batch_->text().size() / stretch + 1) * rules + 1, 0);
  for (const Task& task : found_) ++ends[place_of(task) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  tasks_.resize(found_.size());
  for (const Task& task : found_) tasks_[ends[place_of(task)]++] = task;
}

// The document words that end at byte `end` of the sentence.
void WorkFinder::see_words(std::uint32_t sentence, std::uint32_t ending, std::size_t end) {
  for (const std::uint32_t word : triggers_.words[ending]) {
    auto seen = words_seen_of(sentence) + word;
    if (!*seen && ends_word(batch_->text(), end, triggers_.document_words[word])) *seen = true;
  }
}

// The set, for a literal that ends at byte `end`.
void WorkFinder::hold(std::size_t set, std::size_t end) {
  ends_[set] = sets_held_.add(set) ? end : std::min(ends_[set], end);
}

// The rules for each of whose sets the sentence holds a literal.
void WorkFinder::add_tasks(std::uint32_t sentence) {
  const auto is_held = [&](std::uint32_t set) { return sets_held_.holds(set); };
  sets_held_.each_common(first_sets_, [&](std::size_t set) {
    for (const auto [rule, second] : triggers_.rules[set]) {
      if (!is_held(second)) continue;
      const auto sets = triggers_.sets[rule];
      if (std::all_of(sets.begin() + 1, sets.end(), is_held)) {
        found_.push_back({sentence, rule, ends_[set]});
      }
    }
  });
  sets_held_.clear();
}

// By document word, in the document of the sentence.
std::vector<bool>::iterator WorkFinder::words_seen_of(std::uint32_t sentence) {
  const std::size_t first = batch_->part_of(sentence) * triggers_.document_words.size();
  return words_seen_.begin() + static_cast<std::ptrdiff_t>(first);
}

bool WorkFinder::document_allows(std::uint32_t sentence, std::uint32_t rule) {
  const auto wanted = triggers_.wanted[rule];
  const auto unwanted = triggers_.unwanted[rule];
  if (wanted.empty() && unwanted.empty()) return true;
  Verdict& verdict = document_verdicts_[batch_->part_of(sentence) * triggers_.sets.size() + rule];
  if (verdict == Verdict::unknown) {
    const auto words_seen = words_seen_of(sentence);
    const auto seen = [&](std::uint32_t word) -> bool { return words_seen[word]; };
    const bool allowed = (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), seen)) &&
                         std::none_of(unwanted.begin(), unwanted.end(), seen);
    verdict = allowed ? Verdict::allowed : Verdict::refused;
  }
  return verdict == Verdict::allowed;
}

}  // namespace faktum
