// Errors are values: nothing in the library throws, prints or exits.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace faktum {

// Where an error lies. `line` and `column` count from 1; 0 means "the whole file".
// Columns count Unicode code points.
struct Place {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

struct Error {
  std::string code;     // stable and short, for programs: "rule.pattern", "input.missing"
  std::string message;  // what is wrong and what to do, one sentence each, for people
  Place place;
  std::string piece;  // the offending text, empty where there is none

  // "file:line:column: message [code]", one line, no colour.
  [[nodiscard]] std::string to_string() const;
};

using Errors = std::vector<Error>;

// A value, or the errors that kept it from being made (at least one).
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Errors errors) : state_(std::move(errors)) {}
  Result(Error error) : state_(Errors{std::move(error)}) {}

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  [[nodiscard]] const T& value() const& { return std::get<T>(state_); }
  [[nodiscard]] T& value() & { return std::get<T>(state_); }
  [[nodiscard]] T&& value() && { return std::get<T>(std::move(state_)); }
  [[nodiscard]] const Errors& errors() const { return std::get<Errors>(state_); }

 private:
  std::variant<T, Errors> state_;
};

}  // namespace faktum
