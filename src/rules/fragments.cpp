#include "rules/fragments.hpp"

#include <functional>
#include <set>

namespace faktum {
namespace {

// Calls `lookup` for each {{name}} and joins what it returns with the text between.
std::string replace_references(std::string_view pattern,
                               const std::function<std::string(std::string_view)>& lookup) {
  std::string out;
  std::size_t at = 0;
  for (;;) {
    const std::size_t open = pattern.find("{{", at);
    const std::size_t close = open == std::string_view::npos ? open : pattern.find("}}", open + 2);
    if (close == std::string_view::npos) break;
    out.append(pattern.substr(at, open - at));
    out.append("(?:").append(lookup(pattern.substr(open + 2, close - open - 2))).append(")");
    at = close + 2;
  }
  return out.append(pattern.substr(at));
}

Error unknown_fragment(std::string_view name, const Place& place) {
  return {"rule.fragment",
          "unknown fragment {{" + std::string(name) + "}}; define it under [fragments]", place,
          std::string(name)};
}

class Expander {
 public:
  Expander(const Fragments& fragments, Errors& errors) : fragments_(fragments), errors_(errors) {}

  std::string expand(const std::string& name) {
    if (const auto done = expanded_.find(name); done != expanded_.end()) return done->second;
    const FragmentSource& source = fragments_.at(name);
    open_.insert(name);
    std::string text = replace_references(source.text, [&](std::string_view reference) {
      const std::string wanted(reference);
      if (!fragments_.contains(wanted)) {
        errors_.push_back(unknown_fragment(reference, source.place));
        return std::string();
      }
      if (open_.contains(wanted)) {
        errors_.push_back({"rule.fragment_cycle",
                           "the fragment {{" + wanted + "}} contains itself through {{" + name +
                               "}}; break the cycle",
                           source.place, wanted});
        return std::string();
      }
      return expand(wanted);
    });
    open_.erase(name);
    return expanded_[name] = std::move(text);
  }

  ExpandedFragments take() && { return std::move(expanded_); }

 private:
  const Fragments& fragments_;
  Errors& errors_;
  ExpandedFragments expanded_;
  std::set<std::string> open_;
};

}  // namespace

ExpandedFragments expand_fragments(const Fragments& fragments, Errors& errors) {
  Expander expander(fragments, errors);
  for (const auto& [name, source] : fragments) expander.expand(name);
  return std::move(expander).take();
}

std::string expand(std::string_view pattern, const ExpandedFragments& fragments, const Place& place,
                   Errors& errors) {
  return replace_references(pattern, [&](std::string_view name) {
    const auto found = fragments.find(std::string(name));
    if (found != fragments.end()) return found->second;
    errors.push_back(unknown_fragment(name, place));
    return std::string();
  });
}

}  // namespace faktum
