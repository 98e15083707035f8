#include "cli/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>

namespace faktum {
namespace {

Error failure(const std::string& path, int code) {
  return {"output.unwritable",
          "cannot be written: " + std::generic_category().message(code),
          {path.empty() ? "standard output" : path, 0, 0},
          ""};
}

// A file without a name in the folder of `path`: it vanishes with the process, however that ends.
// -1 where the file system has none.
int open_unnamed(const std::filesystem::path& path) {
  if (::access("/proc/self/fd", X_OK) != 0) return -1;
  const std::filesystem::path folder = path.parent_path();
  return ::open(folder.empty() ? "." : folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
}

// The mode that open(2) would give a new file; mkstemp(3) gives 0600.
mode_t usual_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

}  // namespace

Result<OutputFile> OutputFile::open(const std::string& path) {
  if (path.empty()) return OutputFile("", STDOUT_FILENO);
  struct stat status {};
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && !S_ISREG(status.st_mode)) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (descriptor < 0) return failure(path, errno);
    return OutputFile(path, descriptor);
  }
  std::error_code error;
  const std::string target = exists ? std::filesystem::canonical(path, error).string() : path;
  OutputFile file(target, open_unnamed(target));
  if (file.descriptor_ < 0) {
    // Hidden, as it may lie in a folder that is read.
    const std::filesystem::path path_of_target(target);
    std::string temporary =
        (path_of_target.parent_path() / ("." + path_of_target.filename().string() + ".XXXXXX"))
            .string();
    file.descriptor_ = ::mkstemp(temporary.data());
    if (file.descriptor_ < 0) return failure(path, errno);
    ::fchmod(file.descriptor_, usual_mode());
    file.temporary_ = std::move(temporary);
  }
  if (exists) ::fchmod(file.descriptor_, status.st_mode & 07777U);
  file.direct_ = false;
  return file;
}

Result<OutputFile> OutputFile::append(const std::string& path, std::uint64_t bytes) {
  const auto changed = [&](const std::string& what) {
    return Error{"output.changed", what, {path, 0, 0}, ""};
  };
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor < 0) return failure(path, errno);
  OutputFile file(path, descriptor);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return failure(path, errno);
  if (!S_ISREG(status.st_mode)) return changed("--resume goes on in regular files only");
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size < bytes) {
    return changed("this file is shorter than the journal says (" + std::to_string(size) + " of " +
                   std::to_string(bytes) + " bytes); remove both to begin anew");
  }
  if (::ftruncate(descriptor, static_cast<off_t>(bytes)) != 0 ||
      ::lseek(descriptor, 0, SEEK_END) < 0) {
    return failure(path, errno);
  }
  return file;
}

bool OutputFile::sync() { return ::fdatasync(descriptor_) == 0 || errno == EINVAL || fail(errno); }

OutputFile::OutputFile(std::string path, int descriptor)
    : path_(std::move(path)), descriptor_(descriptor) {}

OutputFile::~OutputFile() {
  if (descriptor_ > STDOUT_FILENO) ::close(descriptor_);
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)),
      direct_(other.direct_),
      closed_(other.closed_),
      error_(std::move(other.error_)) {}

bool OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      return fail(errno);
    }
  }
  return true;
}

bool OutputFile::commit() {
  if (direct_) return true;
  if (::fsync(descriptor_) != 0 && errno != EINVAL) return fail(errno);
  if (temporary_.empty()) {
    const std::string name = path_ + "." + std::to_string(::getpid());
    const std::string unnamed = "/proc/self/fd/" + std::to_string(descriptor_);
    if (::linkat(AT_FDCWD, unnamed.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) {
      return fail(errno);
    }
    temporary_ = name;
  }
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return fail(errno);
  temporary_.clear();
  return true;
}

bool OutputFile::fail(int code) {
  closed_ = code == EPIPE;
  if (!closed_) error_ = failure(path_, code);
  return false;
}

}  // namespace faktum
