#include "input/document_source.hpp"

#include <algorithm>
#include <utility>

#include "input/interruption.hpp"
#include "text/decode.hpp"

namespace faktum {

DocumentSource::DocumentSource(Paths paths, const InputOptions& options)
    : paths_(std::move(paths)), context_{options, {}, 0} {}

void DocumentSource::leave_out(std::optional<FileId> file) {
  if (file) left_out_.push_back(*file);
}

bool DocumentSource::is_left_out(const std::string& path) const {
  if (left_out_.empty() || path == "-") return false;
  const std::optional<FileId> file = file_id(path);
  return file && std::ranges::find(left_out_, *file) != left_out_.end();
}

bool DocumentSource::next(RawDocument& raw) {
  raw.warnings.clear();
  if (!find_next(raw) || interrupted() != 0) return false;  // what was cut short is no document
  std::swap(raw.warnings, context_.warnings);
  return true;
}

bool DocumentSource::has_more() const {
  return (source_ && source_->has_more()) || folder_ || paths_.has_more();
}

bool DocumentSource::is_ready() const {
  if (source_ && source_->has_more()) return file_size_ || source_->is_ready();
  return folder_ || paths_.is_ready();
}

// Parts of an archive may be read more than once.
std::uint64_t DocumentSource::bytes_read() const {
  return bytes_of_done_ + std::min(bytes_of_file_, file_size_.value_or(bytes_of_file_));
}

bool DocumentSource::find_next(RawDocument& raw) {
  do {
    if (source_ && source_->next(raw)) return true;
    close();
  } while (open_next());
  return false;
}

void DocumentSource::close() {
  source_.reset();
  bytes_of_done_ += file_size_.value_or(bytes_of_file_);
  bytes_of_file_ = 0;
  file_size_.reset();
}

// Opens the next file, which may hold no documents; false when there are no more.
bool DocumentSource::open_next() {
  if (folder_ && open_found()) return true;
  std::string path;
  if (paths_.next(path)) {
    open_path(path);
    return true;
  }
  if (!paths_.error() || std::exchange(list_failed_, true)) return false;
  source_ = error_source({paths_.error()->place.file}, *paths_.error());
  return true;
}

void DocumentSource::open_path(const std::string& path) {
  if (path == "-" && std::exchange(stdin_read_, true)) {
    source_ = error_source({path}, {"input.stdin", "standard input has been read already", {}, ""});
  } else if (path != "-" && is_folder(path)) {
    folder_.emplace(path);
    folder_name_ = decode(path).text;
  } else {
    open_file(path, true);
  }
}

void DocumentSource::open_file(const std::string& path, bool named) {
  const Origin origin{decode(path).text, named};  // a path may be any bytes, an id may not
  if (is_left_out(path)) {
    constexpr const char* written = "this run writes here, so it is not read";
    if (named) {
      source_ = error_source(origin, {"input.output", written, {}, ""});
    } else {
      context_.warnings.push_back(origin.name + ": " + written);
    }
    return;
  }
  auto stream = ByteStream::open(path, &bytes_of_file_);
  if (stream) file_size_ = stream.value().size();
  source_ = stream ? open_source(std::move(stream).value(), origin, context_)
                   : error_source(origin, stream.errors().front());
}

// Opens the next file of the folder at hand; false at its end.
bool DocumentSource::open_found() {
  FoundFile found;
  if (folder_->next(found)) {
    if (found.error) {
      source_ = error_source({decode(found.path).text}, *found.error);
    } else {
      open_file(found.path, false);
    }
    return true;
  }
  folder_.reset();
  const std::size_t unknown = std::exchange(context_.unknown_files, 0);
  if (unknown > 0) context_.warnings.push_back(skipped_files(folder_name_, unknown));
  return false;
}

}  // namespace faktum
