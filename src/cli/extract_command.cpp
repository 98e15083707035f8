#include "cli/extract_command.hpp"

#include <cstddef>
#include <string>

#include "cli/messages.hpp"
#include "cli/output_file.hpp"
#include "faktum/extractor.hpp"

namespace faktum {
namespace {

int status_after_writing(const OutputFile& output, int status) {
  if (output.closed()) return status;
  complain(*output.error());
  return status_wrong;
}

}  // namespace

int run_extract(const Plan& plan) {
  auto rules = build_rules(plan.rules);
  if (!rules) {
    complain(rules.errors());
    return status_wrong;
  }
  auto output = OutputFile::open(plan.output_path);
  if (!output) {
    complain(output.errors());
    return status_wrong;
  }
  if (plan.awaits_typing) complain("reading standard input; --help says what else there is");
  OutputFile& file = output.value();
  Extractor extractor(std::move(rules).value());
  DocumentReader reader(plan.paths, plan.input);
  const auto writer = make_writer(plan.output);
  int status = status_done;
  std::string text;
  writer->begin(text);
  for (Input input; reader.next(input);) {
    for (const std::string& warning : input.warnings) complain(warning);
    if (input.error) {
      complain(*input.error);
      writer->failure(input.document.id, *input.error, text);
      if (!plan.allow_failures) status = status_failures;
    } else {
      writer->document(input.document, extractor.extract(input.document), input.kept, text);
    }
    if (!file.write(text)) return status_after_writing(file, status);
    text.clear();
    if (input.error && plan.strict) break;
  }
  writer->end(text);
  if (!file.write(text)) return status_after_writing(file, status);
  if (plan.strict && status != status_done) return status;  // -o: incomplete, so removed
  if (!file.commit()) return status_after_writing(file, status);
  return status;
}

}  // namespace faktum
