#include "rules/blob.hpp"

#include <nlohmann/json.hpp>

namespace faktum {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Place, file, line, column)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RuleSpec, name, kind, value, pattern, list, ambiguous, names,
                                   beside, extend, trim, edges, priority, before, after, not_before,
                                   not_after, sentence, not_sentence, document, not_document, set,
                                   recall, atoms, place)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(RuleFiles, rules, fragments, words)

std::string write_blob(const RuleFiles& files) {
  std::string bytes;
  nlohmann::json::to_cbor(nlohmann::json(files), bytes);
  return bytes;
}

RuleFiles read_blob(std::string_view bytes) {
  return nlohmann::json::from_cbor(bytes.begin(), bytes.end()).get<RuleFiles>();
}

}  // namespace faktum
