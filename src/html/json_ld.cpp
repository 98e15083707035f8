#include "html/json_ld.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace faktum {
namespace {

using Json = nlohmann::json;

std::string string_in(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

template <typename Holds>
bool any_type(const Json& object, Holds holds) {
  const auto found = object.find("@type");
  if (found == object.end()) return false;
  const auto fits = [&](const Json& type) {
    return type.is_string() && holds(std::string_view(type.get_ref<const std::string&>()));
  };
  return found->is_array() ? std::any_of(found->begin(), found->end(), fits) : fits(*found);
}

bool is_article_type(std::string_view type) {
  return type.ends_with("Article") || type.ends_with("Posting") || type == "Report";
}

bool is_page_type(std::string_view type) { return type.ends_with("WebPage"); }

}  // namespace

std::vector<DescribedWork> read_json_ld(std::string_view script) {
  const Json json = Json::parse(script.begin(), script.end(), nullptr, false);
  std::vector<DescribedWork> works;
  std::vector<const Json*> open = {&json};  // a stack, so pushed from the last to the first
  while (!open.empty()) {
    const Json& value = *open.back();
    open.pop_back();
    if (value.is_array()) {
      for (auto item = value.rbegin(); item != value.rend(); ++item) open.push_back(&*item);
    }
    if (!value.is_object()) continue;
    for (const char* key : {"mainEntityOfPage", "mainEntity", "@graph"}) {
      if (const auto inside = value.find(key); inside != value.end()) open.push_back(&*inside);
    }
    const bool article = any_type(value, is_article_type);
    if (!article && !any_type(value, is_page_type)) continue;
    works.push_back({article, string_in(value, article ? "headline" : "name"),
                     string_in(value, "datePublished"), string_in(value, "inLanguage")});
  }
  return works;
}

}  // namespace faktum
