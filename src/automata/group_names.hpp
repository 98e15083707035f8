// The groups of a pattern.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace faktum {

struct GroupNames {
  std::vector<std::pair<std::string, int>> named;  // by name
  int count = 0;                                   // also of those without a name
  int span = 0;  // the number of `span`, which is the mention; 0: the match is

  void add(const std::string& name, int number) {
    named.emplace_back(name, number);
    if (name == "span") span = number;
  }

  // For the image (rules/image.hpp): calls `part(x)` for each member.
  template <typename Part>
  void parts(Part part) {
    part(named);
    part(count);
    part(span);
  }
};

}  // namespace faktum
