#include "values/value_builder.hpp"

namespace faktum {

std::optional<Value> build_company(const RuleMatch&, const ValueContext&) { return std::nullopt; }

}  // namespace faktum
