#include "input/folder.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace faktum {
namespace {

namespace fs = std::filesystem;

}  // namespace

Folder::Folder(std::string path) { waiting_.push_back({std::move(path), true}); }

bool Folder::next(FoundFile& found) {
  while (!waiting_.empty()) {
    const Entry entry = std::move(waiting_.back());
    waiting_.pop_back();
    found = {entry.path, std::nullopt};
    if (!entry.folder) return true;
    found.error = open(entry.path);
    if (found.error) return true;
  }
  return false;
}

// Puts what the folder holds before what is waiting.
std::optional<Error> Folder::open(const std::string& path) {
  std::error_code failure;
  std::vector<Entry> entries;
  for (fs::directory_iterator at(path, failure), end; !failure && at != end;
       at.increment(failure)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code unknown;  // of one entry: it is gone, or a link that leads nowhere
    const bool folder = at->is_directory(unknown);
    if (folder && at->is_symlink(unknown)) continue;
    if (!folder && !at->is_regular_file(unknown)) continue;
    std::string joined = path;
    if (!joined.ends_with('/')) joined += '/';
    entries.push_back({joined + name, folder});
  }
  if (failure) {
    return Error{"input.unreadable", "this folder cannot be read: " + failure.message(), {}, ""};
  }
  // As whole paths compare: a folder's name goes on with a slash.
  const auto key = [](const Entry& entry) { return entry.path + (entry.folder ? "/" : ""); };
  std::sort(entries.begin(), entries.end(),
            [&](const Entry& a, const Entry& b) { return key(a) > key(b); });
  std::move(entries.begin(), entries.end(), std::back_inserter(waiting_));
  return std::nullopt;
}

bool is_folder(const std::string& path) {
  std::error_code failure;
  return fs::is_directory(path, failure);
}

}  // namespace faktum
