#include "input/file_reader.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "input/interruption.hpp"

namespace faktum {
namespace {

Error failure(int code) {
  if (code == ENOENT || code == ENOTDIR) {
    return {"input.missing", "no such file; check the path", {}, ""};
  }
  if (code == EISDIR) return {"input.folder", "this is a folder; name the files in it", {}, ""};
  return {"input.unreadable", "cannot be read: " + std::generic_category().message(code), {}, ""};
}

class FileReader : public ByteReader {
 public:
  FileReader(int descriptor, std::uint64_t* count) : descriptor_(descriptor), count_(count) {}
  ~FileReader() override {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;

  // Looks whether it is a file that can be read at any place; the errno of what hinders reading.
  int begin() {
    struct stat status {};
    if (::fstat(descriptor_, &status) != 0) return errno;
    if (S_ISDIR(status.st_mode)) return EISDIR;
    const off_t start = S_ISREG(status.st_mode) ? ::lseek(descriptor_, 0, SEEK_CUR) : -1;
    if (start < 0 || start > status.st_size) return 0;
    start_ = start;
    size_ = static_cast<std::uint64_t>(status.st_size - start);
    return 0;
  }

  std::size_t read(char* into, std::size_t size) override {
    if (size_ ? interrupted() != 0 : !wait_for_input(descriptor_)) return 0;
    ssize_t count = 0;
    do {
      count = ::read(descriptor_, into, size);
    } while (count < 0 && errno == EINTR);
    if (count < 0) return fail(failure(errno));
    if (count_ != nullptr) *count_ += static_cast<std::uint64_t>(count);
    return static_cast<std::size_t>(count);
  }

  [[nodiscard]] std::optional<std::uint64_t> size() const override { return size_; }

  bool seek(std::uint64_t to) override {
    return size_ && ::lseek(descriptor_, start_ + static_cast<off_t>(to), SEEK_SET) >= 0;
  }

 private:
  int descriptor_;
  std::uint64_t* count_;
  off_t start_ = 0;  // of standard input, which may be redirected from the middle of a file
  std::optional<std::uint64_t> size_;
};

}  // namespace

Result<std::unique_ptr<ByteReader>> open_file(const std::string& path, std::uint64_t* count) {
  const auto failed = [&](int code) {
    Error error = failure(code);
    error.place.file = path;
    return error;
  };
  const int descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failed(errno);
  auto file = std::make_unique<FileReader>(descriptor, count);
  if (const int code = file->begin(); code != 0) return failed(code);
  return std::unique_ptr<ByteReader>(std::move(file));
}

std::size_t MemoryReader::read(char* into, std::size_t size) {
  const std::size_t count = bytes_.copy(into, size, position_);
  position_ += count;
  return count;
}

bool MemoryReader::seek(std::uint64_t to) {
  if (to > bytes_.size()) return false;
  position_ = static_cast<std::size_t>(to);
  return true;
}

}  // namespace faktum
