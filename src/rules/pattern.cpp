#include "rules/pattern.hpp"

#include <algorithm>

#include "match/fold.hpp"
#include "text/utf8.hpp"

namespace faktum {

RE2::Options pattern_options() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_longest_match(true);
  options.set_max_mem(32 << 20);
  return options;
}

Pattern::Compiled::Compiled(const std::string& source) : re2(source, pattern_options()) {
  groups.count = re2.NumberOfCapturingGroups();
  for (const auto& [name, number] : re2.NamedCapturingGroups()) groups.add(name, number);
}

std::string Pattern::anchored() const {
  std::string source(source_);
  if (use_ == PatternUse::find) return source;
  if (use_ == PatternUse::ends) return "(?:" + source + ")$";
  return "^(?:" + source + ")";
}

bool Pattern::has_atom(std::string_view text) const {
  std::string folded;
  fold_text(text, folded);
  return std::any_of(atoms_->begin(), atoms_->end(), [&](const std::string& atom) {
    std::string any_case;
    fold_text(atom, any_case);
    for (std::size_t at = folded.find(any_case); at != std::string::npos;
         at = folded.find(any_case, at + 1)) {
      if (capitals_fit(atom, text.substr(at))) return true;
    }
    return false;
  });
}

bool Pattern::may_be_in(std::string_view text) const {
  constexpr int most_spared = 100;
  if (atoms_ == nullptr || atoms_->empty() ||
      spared_.load(std::memory_order_relaxed) >= most_spared)
    return true;
  const bool found = has_atom(text);
  // It is compiled when an atom is there, and then there is nothing to spare any more.
  spared_.fetch_add(found ? most_spared : 1, std::memory_order_relaxed);
  return found;
}

bool Pattern::found_in(std::string_view text) const {
  return may_be_in(text) && RE2::PartialMatch(piece(text), get());
}

namespace {

bool has_byte_escape(std::string_view source) {
  for (std::size_t at = 0; at + 1 < source.size(); ++at) {
    if (source[at] != '\\') continue;
    if (source[++at] == 'C') return true;
  }
  return false;
}

// RE2 ends its message with what it could not read, which may be all of a long pattern.
std::string shortened(std::string message, std::size_t argument_size) {
  constexpr std::size_t enough = 80;  // bytes
  if (argument_size <= enough) return message;
  message.resize(message.size() - argument_size + enough);
  while (is_continuation(message.back())) message.pop_back();
  message.pop_back();
  return message + " …";
}

}  // namespace

Error check_pattern(const std::string& source) {
  const RE2 compiled(source, pattern_options());
  Error error;
  if (compiled.ok()) {
    if (has_byte_escape(source)) {
      error.code = "rule.pattern";
      error.message = "\\C takes one byte, which may be half a letter; write . or [^\\n]";
      error.piece = "\\C";
    }
    return error;
  }
  error.piece = compiled.error_arg();
  if (compiled.error_code() == RE2::ErrorPatternTooLarge) {
    error.code = "rule.pattern_too_large";
    error.message = "the pattern is too large for RE2; split the rule or shorten its repeats";
  } else {
    error.code = "rule.pattern";
    error.message =
        "RE2 refuses the pattern: " + shortened(compiled.error(), compiled.error_arg().size());
  }
  return error;
}

}  // namespace faktum
