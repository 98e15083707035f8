// Paths and standard input -> the bytes of documents, one after the other.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "input/file_id.hpp"
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
  DocumentSource(const DocumentSource&) = delete;
  DocumentSource& operator=(const DocumentSource&) = delete;

  // A file that is written meanwhile is not read: it would have no end. Of a path that names it
  // that is an error (input.output), in folders a warning.
  void leave_out(std::optional<FileId> file);

  // Replaces `raw` by the next one; false when all paths are done, or interrupted().
  bool next(RawDocument& raw);

  // Whether another document may come; says so without waiting for it.
  [[nodiscard]] bool has_more() const;

  // Whether next() would answer at once, without waiting for a pipe.
  [[nodiscard]] bool is_ready() const;

  // Of the files and pipes as they lie there, packed or not.
  [[nodiscard]] std::uint64_t bytes_read() const;
  // Looks at every file below folders.
  [[nodiscard]] std::optional<std::uint64_t> total_bytes() const { return paths_.total_bytes(); }

  // What is left to be said when all documents are done.
  [[nodiscard]] const std::vector<std::string>& warnings() const { return context_.warnings; }

 private:
  bool find_next(RawDocument& raw);
  bool open_next();
  void open_path(const std::string& path);
  void open_file(const std::string& path, bool named);
  [[nodiscard]] bool is_left_out(const std::string& path) const;
  bool open_found();
  void close();

  Paths paths_;
  SourceContext context_;
  std::unique_ptr<Source> source_;  // the file at hand
  std::optional<Folder> folder_;    // that it lies in
  std::string folder_name_;
  std::vector<FileId> left_out_;
  bool list_failed_ = false;
  bool stdin_read_ = false;
  std::uint64_t bytes_of_done_ = 0;         // files
  std::uint64_t bytes_of_file_ = 0;         // at hand, read so far
  std::optional<std::uint64_t> file_size_;  // nothing: a pipe
};

}  // namespace faktum
