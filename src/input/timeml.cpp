#include "input/timeml.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <string_view>

#include "input/json_document.hpp"

namespace faktum {
namespace {

struct TextOf : pugi::xml_tree_walker {
  std::string text;

  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
    return true;
  }
};

std::string text_of(pugi::xml_node node) {
  TextOf walker;
  node.traverse(walker);
  return std::move(walker.text);
}

std::string trimmed(std::string text) {
  constexpr const char* blanks = " \t\r\n";
  text.erase(0, text.find_first_not_of(blanks));
  text.erase(text.find_last_not_of(blanks) + 1);
  return text;
}

}  // namespace

std::optional<Error> parse_timeml(const std::string& xml, Document& document) {
  pugi::xml_document parsed;
  const auto result = parsed.load_buffer(
      xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (!result) {
    const auto offset = std::clamp<std::ptrdiff_t>(result.offset, 0, std::ssize(xml));
    const auto line = 1 + std::count(xml.begin(), xml.begin() + offset, '\n');
    return Error{"input.xml",
                 std::string("this is no valid XML: ") + result.description(),
                 {"", static_cast<std::size_t>(line), 0},
                 ""};
  }
  const pugi::xml_node root = parsed.child("TimeML");
  const pugi::xml_node text = root.child("TEXT");
  if (!text) return Error{"input.xml", "this is no TimeML: there is no TEXT in TimeML", {}, ""};
  if (std::string id = trimmed(text_of(root.child("DOCID"))); !id.empty()) document.id = id;
  if (std::string title = trimmed(text_of(root.child("TITLE"))); !title.empty()) {
    document.title = title;
  }
  document.text = text_of(text);
  return set_written_date(root.child("DCT").child("TIMEX3").attribute("value").value(), "DCT",
                          document);
}

}  // namespace faktum
