#include "cli/extract_command.hpp"

#include <memory>
#include <string>

#include "cli/messages.hpp"
#include "cli/output_file.hpp"
#include "cli/pipeline.hpp"

namespace faktum {
namespace {

// Writes documents and failures as they come out of the pipeline.
class Report {
 public:
  Report(const Plan& plan, OutputFile& file)
      : plan_(plan), file_(file), writer_(make_writer(plan.output)) {}

  bool begin() {
    writer_->begin(text_);
    return flush();
  }

  bool add(const Input& input, const Extraction& extraction) {
    for (const std::string& warning : input.warnings) complain(warning);
    if (input.error) {
      complain(*input.error);
      writer_->failure(input.document.id, *input.error, text_);
      if (!plan_.allow_failures) status_ = status_failures;
    } else {
      writer_->document(input.document, extraction, input.kept, text_);
    }
    return flush() && !(input.error && plan_.strict);
  }

  // The exit status.
  int end() {
    if (!broken_) writer_->end(text_);
    if (broken_ || !flush()) return status_after_writing();
    if (plan_.strict && status_ != status_done) return status_;  // -o: incomplete, so removed
    return file_.commit() ? status_ : status_after_writing();
  }

 private:
  bool flush() {
    broken_ = !file_.write(text_);
    text_.clear();
    return !broken_;
  }

  int status_after_writing() {
    if (file_.closed()) return status_;
    complain(*file_.error());
    return status_wrong;
  }

  const Plan& plan_;
  OutputFile& file_;
  std::unique_ptr<Writer> writer_;
  std::string text_;
  int status_ = status_done;
  bool broken_ = false;
};

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
  auto paths = Paths::open(plan.paths, plan.files_from);
  if (!paths) {
    complain(paths.errors());
    return status_wrong;
  }
  if (plan.awaits_typing) complain("reading standard input; --help says what else there is");
  DocumentSource source(std::move(paths).value(), plan.input);
  Report report(plan, output.value());
  if (report.begin()) {
    run_pipeline(source, plan.input, rules.value(), plan.jobs,
                 [&](const Input& input, const Extraction& extraction) {
                   return report.add(input, extraction);
                 });
    for (const std::string& warning : source.warnings()) complain(warning);
  }
  return report.end();
}

}  // namespace faktum
