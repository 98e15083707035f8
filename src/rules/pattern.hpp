// An RE2 pattern that compiles when it is first needed.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "automata/automata.hpp"
#include "faktum/error.hpp"
#include "text/re2.hpp"

namespace faktum {

// How faktum reads patterns: UTF-8, the longest of the leftmost matches, 32 MB of memory.
[[nodiscard]] RE2::Options pattern_options();

// Safe to share between threads: get() compiles once and then only reads.
class Pattern {
 public:
  // Every match holds one of the atoms, as necessary_atoms() finds them; none: nothing is known.
  explicit Pattern(std::string source, std::vector<std::string> atoms = {})
      : source_(std::move(source)), atoms_(std::move(atoms)) {}

  [[nodiscard]] bool empty() const { return source_.empty(); }
  [[nodiscard]] const std::string& source() const { return source_; }

  struct Compiled {
    explicit Compiled(const std::string& source);

    RE2 re2;
    GroupNames groups;
  };

  [[nodiscard]] const Compiled& compiled() const {
    const Compiled* ready = compiled_.load(std::memory_order_acquire);
    return ready != nullptr ? *ready : compile();
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
  [[nodiscard]] const Compiled& compile() const;
  [[nodiscard]] bool has_atom(std::string_view text) const;

  const PatternAutomata* automata_ = nullptr;
  std::string source_;
  std::vector<std::string> atoms_;
  mutable std::atomic<int> spared_ = 0;  // texts without an atom, while it is not compiled
  mutable std::mutex compiling_;
  mutable std::unique_ptr<Compiled> owned_;
  mutable std::atomic<const Compiled*> compiled_ = nullptr;  // null until owned_ is ready
};

// RE2's judgement: its words in `message`, the offending piece in `piece`; an empty code: valid.
[[nodiscard]] Error check_pattern(const std::string& source);

}  // namespace faktum
