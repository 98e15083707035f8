#include "cli/each_document.hpp"

#include <string>
#include <utility>

#include "cli/messages.hpp"
#include "input/document_source.hpp"
#include "input/parse_document.hpp"

namespace faktum {

int each_document(const Plan& plan, const std::function<bool(const Document&)>& use) {
  if (plan.awaits_typing) complain("reading standard input; --help says what else there is");
  auto paths = Paths::open(plan.paths, plan.files_from);
  if (!paths) {
    complain(paths.errors());
    return status_wrong;
  }
  DocumentSource source(std::move(paths).value(), plan.input);
  int status = status_done;
  for (RawDocument raw; source.next(raw);) {
    const Input input = parse_document(raw, plan.input);
    for (const std::string& warning : input.warnings) complain(warning);
    if (input.error) {
      complain(*input.error);
      status = status_failures;
    } else if (!use(input.document)) {
      break;
    }
  }
  for (const std::string& warning : source.warnings()) complain(warning);
  return status;
}

}  // namespace faktum
