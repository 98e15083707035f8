// Documents through the extractor, on one thread or many, out in the order in which they came in.
#pragma once

#include <cstddef>
#include <functional>

#include "faktum/extractor.hpp"
#include "faktum/rule_set.hpp"
#include "input/document_source.hpp"
#include "input/parse_document.hpp"

namespace faktum {

// `write` gets every input that the source yields, in order and one at a time, with what was found
// in its document (nothing where it has an error); false ends the run. The only place where threads
// exist: at most `jobs` (at least one), none beside the caller's where there is one document. At
// any time a few documents a thread are in memory, however many come.
void run_pipeline(DocumentSource& source, const InputOptions& options, const RuleSet& rules,
                  std::size_t jobs,
                  const std::function<bool(const Input&, const Extraction&)>& write);

}  // namespace faktum
