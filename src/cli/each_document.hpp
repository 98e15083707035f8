// All documents that a command line names, one after the other on this thread.
#pragma once

#include <functional>

#include "cli/plan.hpp"
#include "faktum/document.hpp"

namespace faktum {

// Calls `use` for each that can be read, until it returns false; what goes wrong is said on
// standard error. The exit status so far: status_done, status_failures where a document failed,
// status_wrong where the list of paths cannot be read.
[[nodiscard]] int each_document(const Plan&, const std::function<bool(const Document&)>& use);

}  // namespace faktum
