// An RE2 pattern that compiles when it is first needed.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "automata/automata.hpp"
#include "automata/pattern_use.hpp"
#include "faktum/error.hpp"
#include "match/lazy.hpp"
#include "text/re2.hpp"

namespace faktum {

// How faktum reads patterns: UTF-8, the longest of the leftmost matches, 32 MB of memory.
[[nodiscard]] RE2::Options pattern_options();

// Views its source and atoms. Safe to share between threads: once compiled it is only read.
class Pattern {
 public:
  // Every match holds one of the atoms, as necessary_atoms() finds them; none: nothing is known.
  explicit Pattern(std::string_view source, PatternUse use = PatternUse::find,
                   const std::vector<std::string>* atoms = nullptr)
      : source_(source), atoms_(atoms), use_(use) {}
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;
  ~Pattern() = default;

  [[nodiscard]] bool empty() const { return source_.empty(); }
  [[nodiscard]] std::string_view source() const { return source_; }

  // The source with the `^` or `$` that its use asks for.
  [[nodiscard]] std::string anchored() const;

  struct Compiled {
    explicit Compiled(const std::string& source);

    RE2 re2;
    GroupNames groups;
  };

  [[nodiscard]] const Compiled& compiled() const {
    return compiled_.get([this] { return std::make_unique<const Compiled>(anchored()); });
  }

  // What answers faster than RE2, and the same: null where there is nothing.
  [[nodiscard]] const PatternAutomata* automata() const { return automata_; }
  void use(const PatternAutomata* automata) { automata_ = automata; }

  [[nodiscard]] const GroupNames& groups() const {
    return automata_ != nullptr ? automata_->groups : compiled().groups;
  }

  // Whether the pattern matches somewhere in `text`. As compiling takes a hundred times longer than
  // looking for the atoms, the first texts without any do not make it compile.
  [[nodiscard]] bool found_in(std::string_view text) const;

  // False where it is known without compiling that it does not match in `text`.
  [[nodiscard]] bool may_be_in(std::string_view text) const;
  [[nodiscard]] const RE2& get() const { return compiled().re2; }

 private:
  [[nodiscard]] bool has_atom(std::string_view text) const;

  const PatternAutomata* automata_ = nullptr;
  std::string_view source_;
  const std::vector<std::string>* atoms_;  // null: none
  PatternUse use_;
  mutable std::atomic<int> spared_ = 0;  // texts without an atom, while it is not compiled
  mutable Lazy<const Compiled> compiled_;
};

// RE2's judgement: its words in `message`, the offending piece in `piece`; an empty code: valid.
[[nodiscard]] Error check_pattern(const std::string& source);

}  // namespace faktum
