#include "api/fingerprint.hpp"

#include <string>

#include "rules/builtin.hpp"
#include "rules/compiled_rules.hpp"
#include "text/fnv.hpp"

namespace faktum {

std::uint64_t fingerprint(const RuleSet& rules) {
  std::uint64_t hash = fnv1a(builtin_image());
  for (const std::string& bytes : rules.compiled().owned_bytes) {
    hash = fnv1a(bytes, fnv1a(std::to_string(bytes.size()), hash));
  }
  return hash;
}

}  // namespace faktum
