#include "input/byte_stream.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "input/interruption.hpp"

namespace faktum {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16U;

Error failure(const std::string& path, int code) {
  const Place place{path, 0, 0};
  if (code == ENOENT || code == ENOTDIR) {
    return {"input.missing", "no such file; check the path", place, ""};
  }
  if (code == EISDIR) {
    return {"input.folder", "this is a folder; name the files in it", place, ""};
  }
  return {"input.unreadable", "cannot be read: " + std::generic_category().message(code), place,
          ""};
}

}  // namespace

Result<ByteStream> ByteStream::open(const std::string& path) {
  const int descriptor = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failure(path, errno);
  ByteStream stream(path, descriptor);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return stream;  // read() will say what is wrong
  if (S_ISDIR(status.st_mode) && path != "-") return failure(path, EISDIR);
  stream.regular_ = S_ISREG(status.st_mode);
  return stream;
}

ByteStream::ByteStream(std::string path, int descriptor)
    : path_(std::move(path)), descriptor_(descriptor) {}

ByteStream::~ByteStream() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

ByteStream::ByteStream(ByteStream&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)),
      position_(other.position_),
      bytes_read_(other.bytes_read_),
      regular_(other.regular_),
      ended_(other.ended_),
      error_(std::move(other.error_)) {}

ByteStream& ByteStream::operator=(ByteStream&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(buffer_, other.buffer_);
  std::swap(position_, other.position_);
  std::swap(bytes_read_, other.bytes_read_);
  std::swap(regular_, other.regular_);
  std::swap(ended_, other.ended_);
  std::swap(error_, other.error_);
  return *this;
}

std::string_view ByteStream::peek() {
  while (position_ == buffer_.size() && fill()) {
  }
  return std::string_view(buffer_).substr(position_);
}

bool ByteStream::read_line(std::string& line) {
  line.clear();
  for (;;) {
    const std::string_view next = peek();
    if (next.empty()) return !line.empty();
    const std::size_t end = next.find('\n');
    line += next.substr(0, end);
    if (end != std::string_view::npos) {
      position_ += end + 1;
      return true;
    }
    position_ = buffer_.size();
  }
}

bool ByteStream::has_line() const {
  return regular_ || buffer_.find('\n', position_) != std::string::npos;
}

void ByteStream::read_rest(std::string& rest) {
  rest.assign(peek());
  position_ = buffer_.size();
  while (fill()) {
    rest += buffer_;
    position_ = buffer_.size();
  }
}

// Replaces the buffer, all of which has been taken, by the next block.
bool ByteStream::fill() {
  if (ended_) return false;
  position_ = 0;
  if (!regular_ && !wait_for_input(descriptor_)) {
    ended_ = true;
    buffer_.clear();
    return false;
  }
  buffer_.resize(block_size);
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, buffer_.data(), block_size);
  } while (count < 0 && errno == EINTR);
  if (count < 0) error_ = failure(path_, errno);
  ended_ = count <= 0;
  buffer_.resize(ended_ ? 0 : static_cast<std::size_t>(count));
  bytes_read_ += buffer_.size();
  return !ended_;
}

}  // namespace faktum
