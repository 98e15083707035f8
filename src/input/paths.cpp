#include "input/paths.hpp"

namespace faktum {

Result<Paths> Paths::open(std::vector<std::string> named, const std::optional<PathList>& list) {
  Paths paths(std::move(named));
  if (!list) return paths;
  auto stream = ByteStream::open(list->file);
  if (!stream) return stream.errors();
  paths.list_ = std::move(stream).value();
  paths.separator_ = list->separator;
  paths.file_ = list->file;
  return paths;
}

bool Paths::next(std::string& path) {
  constexpr std::size_t limit = std::size_t{1} << 16U;
  if (next_ < named_.size()) {
    path = named_[next_++];
    return true;
  }
  while (list_) {
    const Cut cut = list_->read_line(path, limit, separator_);
    if (cut == Cut::none) {
      if (list_->error()) error_ = list_->error();
      if (error_) error_->place.file = file_;
      list_.reset();
      return false;
    }
    if (separator_ == '\n' && path.ends_with('\r')) path.pop_back();
    if (cut == Cut::whole && !path.empty()) return true;
  }
  return false;
}

}  // namespace faktum
