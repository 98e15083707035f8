#include "cli/gold.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "input/document_source.hpp"
#include "input/parse_document.hpp"

namespace faktum {
namespace {

using Json = nlohmann::ordered_json;

// Bytes at which the code points of a text begin, and its end.
std::vector<std::size_t> code_point_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  }
  starts.push_back(text.size());
  return starts;
}

bool has_keys(const Json& mention) {
  const auto is = [&](const char* key, auto check) {
    const auto found = mention.find(key);
    return found != mention.end() && check(*found);
  };
  const auto text = [](const Json& value) { return value.is_string(); };
  const auto offset = [](const Json& value) { return value.is_number_unsigned(); };
  if (!mention.is_object()) return false;
  const auto optional = mention.find("optional");
  return is("kind", text) && is("text", text) && is("start", offset) && is("end", offset) &&
         (optional == mention.end() || optional->is_boolean() || optional->is_null());
}

bool read_mentions(const Json& mentions, GoldDocument& gold, std::string& problem) {
  if (!mentions.is_array()) {
    problem = "the document needs an array `mentions`, which may be empty";
    return false;
  }
  const std::vector<std::size_t> starts = code_point_starts(gold.document.text);
  for (const Json& mention : mentions) {
    if (!has_keys(mention)) {
      problem = "a mention needs kind, start, end and text, and may be optional (true or false): " +
                mention.dump();
      return false;
    }
    const Span span{mention["start"].get<std::size_t>(), mention["end"].get<std::size_t>()};
    if (span.begin >= span.end || span.end >= starts.size() ||
        Span{starts[span.begin], starts[span.end]}.of(gold.document.text) !=
            mention["text"].get<std::string>()) {
      problem = "the mention's text does not stand at its offsets (code points): " + mention.dump();
      return false;
    }
    const auto kind = mention["kind"].get<std::string>();
    const auto is_same = [&](const GoldMention& other) {
      return other.kind == kind && other.span == span;
    };
    if (std::ranges::any_of(gold.mentions, is_same)) {
      problem = "the mention stands twice: " + mention.dump();
      return false;
    }
    const auto optional = mention.find("optional");
    gold.mentions.push_back({kind, span, optional != mention.end() && *optional == true,
                             mention.value("value", Json())});
  }
  return true;
}

}  // namespace

Result<std::vector<GoldDocument>> read_gold(const std::string& path) {
  InputOptions options;
  options.fields.keep_others = true;
  options.format = InputFormat::jsonl;
  DocumentSource source(Paths({path}), options);
  std::vector<GoldDocument> documents;
  Errors errors;
  for (RawDocument raw; source.next(raw);) {
    Input input = parse_document(raw, options);
    if (input.error) {
      errors.push_back(*input.error);
      continue;
    }
    GoldDocument gold;
    gold.document = std::move(input.document);
    Json mentions;
    for (const auto& [name, json] : input.kept) {
      if (name == "mentions") mentions = Json::parse(json, nullptr, false);
    }
    std::string problem;
    if (!read_mentions(mentions, gold, problem)) {
      errors.push_back({"gold.mention", gold.document.id + ": " + problem, raw.place, ""});
    }
    documents.push_back(std::move(gold));
  }
  if (!errors.empty()) return errors;
  return documents;
}

}  // namespace faktum
