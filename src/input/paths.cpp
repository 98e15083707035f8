#include "input/paths.hpp"

#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "input/folder.hpp"

namespace faktum {
namespace {

namespace fs = std::filesystem;

// False where it is not known.
bool add_size(const std::string& path, std::uint64_t& total) {
  std::error_code failure;
  const std::uint64_t size = fs::file_size(path, failure);
  if (!failure) total += size;
  return !failure;
}

void add_sizes_below(const std::string& path, std::uint64_t& total) {
  Folder folder(path);
  for (FoundFile found; folder.next(found);) {
    if (!found.error) add_size(found.path, total);
  }
}

}  // namespace

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
    if (cut == Cut::none) return give_up(list_->error());
    if (separator_ == '\n' && path.ends_with('\r')) path.pop_back();
    if (cut == Cut::too_large || path.find('\0') != std::string::npos) return give_up(no_path());
    if (!path.empty()) return true;
  }
  return false;
}

bool Paths::give_up(std::optional<Error> error) {
  error_ = std::move(error);
  if (error_) error_->place.file = file_;
  list_.reset();
  return false;
}

Error Paths::no_path() const {
  return {"input.list",
          separator_ == '\n' ? "a line of this list is no path; -0 reads paths that end with NUL"
                             : "this list holds what is no path; without -0 each line is one",
          {},
          ""};
}

bool Paths::is_ready() const {
  std::error_code failure;
  if (next_ < named_.size()) return fs::is_regular_file(named_[next_], failure);
  auto path = list_ ? list_->line_at_hand(separator_) : std::nullopt;
  if (path && separator_ == '\n' && path->ends_with('\r')) path->remove_suffix(1);
  return path && fs::is_regular_file(*path, failure);
}

std::optional<std::uint64_t> Paths::total_bytes() const {
  if (list_) return std::nullopt;
  std::uint64_t total = 0;
  for (const std::string& path : named_) {
    if (is_folder(path)) {
      add_sizes_below(path, total);
    } else if (!add_size(path, total)) {
      return std::nullopt;
    }
  }
  return total;
}

}  // namespace faktum
