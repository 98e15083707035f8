// Names that options take.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/near_match.hpp"
#include "faktum/error.hpp"

namespace faktum {

template <typename T>
using Names = std::vector<std::pair<std::string, T>>;

inline Error usage(std::string message) { return {"usage", std::move(message), {}, ""}; }

// What `text` stands for among `names`, or an error that says what else there is.
template <typename T>
Result<T> named(const std::string& option, const std::string& text, const Names<T>& names) {
  std::vector<std::string> known;
  for (const auto& [name, value] : names) {
    if (name == text) return value;
    known.push_back(name);
  }
  std::string message = option + " " + text + " is unknown; ";
  if (const auto near = near_match(text, known))
    return usage(message + "did you mean " + *near + "?");
  message += "there are";
  for (const std::string& name : known) message += " " + name;
  return usage(message);
}

}  // namespace faktum
