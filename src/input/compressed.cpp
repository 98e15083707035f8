#include "input/compressed.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "input/codec.hpp"

namespace faktum {
namespace {

constexpr std::string_view gzip_magic = "\x1F\x8B\x08";

std::string_view name_of(Compression compression) {
  switch (compression) {
    case Compression::gzip:
      return "gzip";
    case Compression::deflate:
      return "deflate";
    case Compression::bzip2:
      return "bzip2";
    case Compression::xz:
      return "xz";
    case Compression::zstd:
      return "zstd";
    case Compression::brotli:
      return "brotli";
  }
  return "";
}

// A frame of anything but data, as parallel compressors write.
bool is_skippable_zstd(std::string_view bytes) {
  return bytes.size() >= 4 && (static_cast<unsigned char>(bytes[0]) & 0xF0U) == 0x50U &&
         bytes.substr(1, 3) == "\x2A\x4D\x18";
}

class Decompressor : public ByteReader {
 public:
  Decompressor(Compression compression, ByteStream input)
      : compression_(compression), codec_(make_codec(compression)), input_(std::move(input)) {}

  std::size_t read(char* into, std::size_t size) override {
    while (!ended_ && !error()) {
      if (pending_) return fail(*std::exchange(pending_, std::nullopt));
      if (between_ && !begin()) return 0;
      const std::string_view in = input_.peek();
      if (in.empty() && input_.error()) return fail(*input_.error());
      const CodecStep step = codec_->decode(in, into, size);
      input_.take(step.taken);
      given_ += step.given;
      between_ = step.state == CodecStep::at_end;
      if (step.state == CodecStep::broken) {
        pending_ = corrupt();
      } else if (step.state == CodecStep::too_much_memory) {
        pending_ = too_large();
      } else if (step.taken == 0 && step.given == 0 && in.empty() && !between_) {
        pending_ = truncated();
      }
      if (step.given > 0) return step.given;
    }
    return 0;
  }

  [[nodiscard]] bool intact() const override { return given_ == 0; }

  // Damage may have been noticed late, so the search begins behind the member's first byte where
  // the input can go back, and else at the byte at hand.
  bool recover() override {
    if (compression_ != Compression::gzip || input_.error()) return false;
    if (!between_ && !input_.seek(begin_ + 1) && input_.position() == begin_) input_.skip(1);
    while (!input_.peek(longest_magic).starts_with(gzip_magic)) {
      const std::string_view bytes = input_.peek(longest_magic);
      if (bytes.empty()) return false;
      input_.take(std::max<std::size_t>(1, std::min(bytes.find('\x1F', 1), bytes.size())));
    }
    between_ = true;
    ended_ = false;
    forgive();
    return true;
  }

 private:
  static constexpr std::size_t longest_magic = 10;

  // Begins the next stream; false where there is none.
  bool begin() {
    given_ = 0;
    if (!first_) skip_padding();
    const std::string_view in = input_.peek(longest_magic);
    if (in.empty() && input_.error()) {
      fail(*input_.error());
      return false;
    }
    if (!first_ && compression_of(in) != compression_) {
      ended_ = true;
      if (!in.empty()) fail(garbage());
      return false;
    }
    first_ = false;
    begin_ = input_.position();
    if (codec_->begin()) return true;
    fail(too_large());
    return false;
  }

  // Zeros, which may stand behind a stream and before the next one.
  void skip_padding() {
    for (std::string_view in = input_.peek(); in.starts_with('\0'); in = input_.peek()) {
      input_.take(std::min(in.find_first_not_of('\0'), in.size()));
    }
  }

  [[nodiscard]] Error truncated() const {
    return {"input.truncated",
            "the " + std::string(name_of(compression_)) + " data ends too early: it is cut off",
            {},
            ""};
  }

  [[nodiscard]] Error corrupt() const {
    return {
        "input.corrupt", "the " + std::string(name_of(compression_)) + " data is damaged", {}, ""};
  }

  [[nodiscard]] Error garbage() const {
    return {"input.corrupt",
            "what follows the " + std::string(name_of(compression_)) + " data is none",
            {},
            ""};
  }

  [[nodiscard]] Error too_large() const {
    return {"input.memory",
            "unpacking the " + std::string(name_of(compression_)) +
                " data needs too much memory; compress it with a smaller window",
            {},
            ""};
  }

  Compression compression_;
  std::unique_ptr<Codec> codec_;
  ByteStream input_;
  std::uint64_t begin_ = 0;  // of the stream at hand
  std::uint64_t given_ = 0;  // bytes of it
  bool first_ = true;
  bool between_ = true;  // no stream is begun
  bool ended_ = false;
  std::optional<Error> pending_;  // behind the bytes that were still given
};

}  // namespace

std::optional<Compression> compression_of(std::string_view bytes) {
  constexpr std::string_view zstd_magic = "\x28\xB5\x2F\xFD";
  constexpr std::string_view xz_magic(
      "\xFD"
      "7zXZ\0",
      6);
  constexpr std::string_view bzip2_block = "1AY&SY";
  constexpr std::string_view bzip2_end = "\x17\x72\x45\x38\x50\x90";
  if (bytes.starts_with(gzip_magic)) return Compression::gzip;
  if (bytes.starts_with(xz_magic)) return Compression::xz;
  if (bytes.starts_with(zstd_magic) || is_skippable_zstd(bytes)) return Compression::zstd;
  if (bytes.starts_with("BZh") && bytes.size() >= 10) {
    const std::string_view block = bytes.substr(4, 6);
    if (block == bzip2_block || block == bzip2_end) return Compression::bzip2;
  }
  return std::nullopt;
}

std::unique_ptr<ByteReader> decompress(Compression compression, ByteStream input) {
  return std::make_unique<Decompressor>(compression, std::move(input));
}

}  // namespace faktum
