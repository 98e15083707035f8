// Paths and standard input -> the bytes of documents, one after the other.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "input/folder.hpp"
#include "input/input_options.hpp"
#include "input/paths.hpp"
#include "input/raw_document.hpp"
#include "input/source.hpp"

namespace faktum {

// Opens files, folders, archives and compression, and cuts; leaves all other work to
// parse_document(), so that many threads can share it. Holds one document at a time: a file of any
// number of lines or members takes the memory of its longest. One thread at a time.
class DocumentSource {
 public:
  DocumentSource(Paths paths, const InputOptions& options);

  // Replaces `raw` by the next one; false when all paths are done.
  bool next(RawDocument& raw);

  // Whether another document may come; says so without waiting for it.
  [[nodiscard]] bool has_more() const;

  // What is left to be said when all documents are done.
  [[nodiscard]] const std::vector<std::string>& warnings() const { return context_.warnings; }

 private:
  bool find_next(RawDocument& raw);
  bool open_next();
  void open_path(const std::string& path);
  void open_file(const std::string& path, bool named);
  bool open_found();

  Paths paths_;
  SourceContext context_;
  std::unique_ptr<Source> source_;  // the file at hand
  std::optional<Folder> folder_;    // that it lies in
  std::string folder_name_;
  bool list_failed_ = false;
  bool stdin_read_ = false;
};

}  // namespace faktum
