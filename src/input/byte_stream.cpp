#include "input/byte_stream.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "input/file_reader.hpp"

namespace faktum {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16U;

}  // namespace

Result<ByteStream> ByteStream::open(const std::string& path, std::uint64_t* count) {
  auto reader = open_file(path, count);
  if (!reader) return reader.errors();
  return ByteStream(std::move(reader).value());
}

std::string_view ByteStream::peek(std::size_t at_least) {
  while (end_ - begin_ < at_least && fill()) {
  }
  return at_hand();
}

void ByteStream::put_back(std::string_view bytes) {
  const std::string_view rest = at_hand();
  const std::size_t size = bytes.size() + rest.size();
  auto joined = std::make_unique_for_overwrite<char[]>(size);
  std::ranges::copy(rest, std::ranges::copy(bytes, joined.get()).out);
  buffer_ = std::move(joined);
  capacity_ = size;
  begin_ = 0;
  end_ = size;
}

Cut ByteStream::read_line(std::string& line, std::size_t limit, char line_end) {
  line.clear();
  bool any = false;
  bool too_large = false;
  for (;;) {
    const std::string_view next = peek();
    if (next.empty()) {
      if (!any || error()) return Cut::none;
      return too_large ? Cut::too_large : Cut::whole;
    }
    any = true;
    const std::size_t end = std::min(next.find(line_end), next.size());
    const std::size_t room = limit - line.size();
    too_large = too_large || end > room;
    line += next.substr(0, std::min(end, room));
    const bool ended = end < next.size();
    take(end + (ended ? 1 : 0));
    if (ended) return too_large ? Cut::too_large : Cut::whole;
  }
}

std::optional<std::string_view> ByteStream::line_at_hand(char end) const {
  const std::string_view bytes = at_hand();
  const std::size_t size = bytes.find(end);
  return size == std::string_view::npos ? std::nullopt : std::optional(bytes.substr(0, size));
}

Cut ByteStream::read_rest(std::string& rest, std::size_t limit) {
  rest.clear();
  for (;;) {
    const std::string_view next = peek();
    if (next.empty()) return error() ? Cut::none : Cut::whole;
    if (rest.size() + next.size() > limit) {
      rest.clear();
      return Cut::too_large;
    }
    rest += next;
    take(next.size());
  }
}

std::uint64_t ByteStream::skip(std::uint64_t count) {
  std::uint64_t skipped = 0;
  while (skipped < count) {
    const std::string_view next = peek();
    if (next.empty()) break;
    const auto now =
        static_cast<std::size_t>(std::min<std::uint64_t>(next.size(), count - skipped));
    take(now);
    skipped += now;
  }
  return skipped;
}

bool ByteStream::seek(std::uint64_t to) {
  if (!reader_->seek(to)) return false;
  begin_ = end_ = 0;
  read_ = to;
  ended_ = false;
  return true;
}

bool ByteStream::recover() {
  if (!reader_->recover()) return false;
  ended_ = false;
  return true;
}

// Reads another block behind what is left in the buffer.
bool ByteStream::fill() {
  if (ended_) return false;
  const std::size_t left = end_ - begin_;
  if (capacity_ != block_size * 2 && left <= block_size) {
    auto buffer = std::make_unique_for_overwrite<char[]>(block_size * 2);
    std::ranges::copy(at_hand(), buffer.get());
    buffer_ = std::move(buffer);
    capacity_ = block_size * 2;
  } else if (left > 0) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, left);
  }
  begin_ = 0;
  const std::size_t count = reader_->read(buffer_.get() + left, capacity_ - left);
  end_ = left + count;
  read_ += count;
  ended_ = count == 0;
  return !ended_;
}

}  // namespace faktum
