#include "input/compressed.hpp"

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <string>

namespace faktum {
namespace {

constexpr std::string_view gzip_magic = "\x1F\x8B\x08";

// What one call of a library did.
struct Step {
  enum State : std::uint8_t { going_on, at_end, broken, too_much_memory };

  std::size_t taken = 0;
  std::size_t given = 0;
  State state = going_on;
};

// One compressed stream; begun anew for the next one.
class Codec {
 public:
  Codec() = default;
  virtual ~Codec() = default;
  Codec(const Codec&) = delete;
  Codec& operator=(const Codec&) = delete;

  virtual Step decode(std::string_view in, char* out, std::size_t size) = 0;
  virtual bool begin() = 0;  // false where there is no memory
};

// The libraries want pointers to what they do not change.
template <typename Byte>
Byte* bytes_of(std::string_view text) {
  return reinterpret_cast<Byte*>(const_cast<char*>(text.data()));
}

template <typename Number = unsigned>
Number count_of(std::size_t size) {
  return static_cast<Number>(std::min<std::size_t>(size, std::numeric_limits<Number>::max()));
}

class Inflate : public Codec {
 public:
  static constexpr int gzip = 15 + 16;
  static constexpr int zlib = 15;
  static constexpr int raw = -15;

  explicit Inflate(int window_bits) : window_bits_(window_bits) {}
  ~Inflate() override { inflateEnd(&state_); }
  Inflate(const Inflate&) = delete;
  Inflate& operator=(const Inflate&) = delete;

  bool begin() override {
    if (begun_) return inflateReset(&state_) == Z_OK;
    begun_ = inflateInit2(&state_, window_bits_) == Z_OK;
    return begun_;
  }

  Step decode(std::string_view in, char* out, std::size_t size) override {
    if (window_bits_ == zlib && state_.total_in == 0 && !is_zlib(in)) {
      window_bits_ = raw;  // as many servers write "deflate"
      inflateReset2(&state_, raw);
    }
    state_.next_in = bytes_of<Bytef>(in);
    state_.avail_in = count_of(in.size());
    state_.next_out = reinterpret_cast<Bytef*>(out);
    state_.avail_out = count_of(size);
    const int result = inflate(&state_, Z_NO_FLUSH);
    Step step{in.size() - state_.avail_in, size - state_.avail_out, Step::going_on};
    if (result == Z_STREAM_END) {
      step.state = Step::at_end;
    } else if (result == Z_MEM_ERROR) {
      step.state = Step::too_much_memory;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      step.state = Step::broken;
    }
    return step;
  }

 private:
  static bool is_zlib(std::string_view in) {
    if (in.size() < 2) return true;
    const auto first = static_cast<unsigned char>(in[0]);
    const auto second = static_cast<unsigned char>(in[1]);
    return (first & 0x0FU) == 8 && (first * 256U + second) % 31 == 0;
  }

  int window_bits_;
  bool begun_ = false;
  z_stream state_{};
};

class Bunzip : public Codec {
 public:
  ~Bunzip() override { BZ2_bzDecompressEnd(&state_); }
  Bunzip() = default;
  Bunzip(const Bunzip&) = delete;
  Bunzip& operator=(const Bunzip&) = delete;

  bool begin() override {
    BZ2_bzDecompressEnd(&state_);
    state_ = {};
    return BZ2_bzDecompressInit(&state_, 0, 0) == BZ_OK;
  }

  Step decode(std::string_view in, char* out, std::size_t size) override {
    state_.next_in = bytes_of<char>(in);
    state_.avail_in = count_of(in.size());
    state_.next_out = out;
    state_.avail_out = count_of(size);
    const int result = BZ2_bzDecompress(&state_);
    Step step{in.size() - state_.avail_in, size - state_.avail_out, Step::going_on};
    if (result == BZ_STREAM_END) {
      step.state = Step::at_end;
    } else if (result == BZ_MEM_ERROR) {
      step.state = Step::too_much_memory;
    } else if (result != BZ_OK) {
      step.state = Step::broken;
    }
    return step;
  }

 private:
  bz_stream state_{};
};

class Unxz : public Codec {
 public:
  ~Unxz() override { lzma_end(&state_); }
  Unxz() = default;
  Unxz(const Unxz&) = delete;
  Unxz& operator=(const Unxz&) = delete;

  bool begin() override {
    constexpr std::uint64_t memory = std::uint64_t{256} << 20U;  // xz -9 wants 65 MB
    return lzma_stream_decoder(&state_, memory, 0) == LZMA_OK;
  }

  Step decode(std::string_view in, char* out, std::size_t size) override {
    state_.next_in = bytes_of<std::uint8_t>(in);
    state_.avail_in = in.size();
    state_.next_out = reinterpret_cast<std::uint8_t*>(out);
    state_.avail_out = size;
    const lzma_ret result = lzma_code(&state_, LZMA_RUN);
    Step step{in.size() - state_.avail_in, size - state_.avail_out, Step::going_on};
    if (result == LZMA_STREAM_END) {
      step.state = Step::at_end;
    } else if (result == LZMA_MEMLIMIT_ERROR || result == LZMA_MEM_ERROR) {
      step.state = Step::too_much_memory;
    } else if (result != LZMA_OK && result != LZMA_BUF_ERROR) {
      step.state = Step::broken;
    }
    return step;
  }

 private:
  lzma_stream state_ = LZMA_STREAM_INIT;
};

class Unzstd : public Codec {
 public:
  ~Unzstd() override { ZSTD_freeDStream(state_); }
  Unzstd() = default;
  Unzstd(const Unzstd&) = delete;
  Unzstd& operator=(const Unzstd&) = delete;

  bool begin() override {
    if (state_ == nullptr) state_ = ZSTD_createDStream();
    return state_ != nullptr && ZSTD_isError(ZSTD_initDStream(state_)) == 0;
  }

  Step decode(std::string_view in, char* out, std::size_t size) override {
    ZSTD_inBuffer input{in.data(), in.size(), 0};
    ZSTD_outBuffer output{out, size, 0};
    const std::size_t result = ZSTD_decompressStream(state_, &output, &input);
    Step step{input.pos, output.pos, Step::going_on};
    if (ZSTD_isError(result) != 0) {
      const std::string_view name = ZSTD_getErrorName(result);
      step.state =
          name.find("memory") == std::string_view::npos ? Step::broken : Step::too_much_memory;
    } else if (result == 0) {
      step.state = Step::at_end;
    }
    return step;
  }

 private:
  ZSTD_DStream* state_ = nullptr;
};

std::unique_ptr<Codec> make_codec(Compression compression) {
  switch (compression) {
    case Compression::gzip:
      return std::make_unique<Inflate>(Inflate::gzip);
    case Compression::deflate:
      return std::make_unique<Inflate>(Inflate::zlib);
    case Compression::bzip2:
      return std::make_unique<Bunzip>();
    case Compression::xz:
      return std::make_unique<Unxz>();
    case Compression::zstd:
      return std::make_unique<Unzstd>();
  }
  return nullptr;
}

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
  }
  return "";
}

// A frame of anything but data, as parallel compressors write.
bool is_skippable_zstd(std::string_view bytes) {
  return bytes.size() >= 4 && (static_cast<unsigned char>(bytes[0]) & 0xF0U) == 0x50U &&
         bytes.substr(1, 3) == "\x2A\x4D\x18";
}

bool is_padding(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == '\0'; });
}

class Decompressor : public ByteReader {
 public:
  Decompressor(Compression compression, ByteStream input)
      : compression_(compression), codec_(make_codec(compression)), input_(std::move(input)) {}

  std::size_t read(char* into, std::size_t size) override {
    while (!ended_ && !error()) {
      if (pending_) return fail(*std::exchange(pending_, std::nullopt));
      const std::string_view in = input_.peek(between_ ? longest_magic : 1);
      if (in.empty() && input_.error()) return fail(*input_.error());
      if (between_ && !begin(in)) return 0;
      const Step step = codec_->decode(in, into, size);
      input_.take(step.taken);
      given_ += step.given;
      between_ = step.state == Step::at_end;
      if (step.state == Step::broken) {
        pending_ = corrupt();
      } else if (step.state == Step::too_much_memory) {
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

  // Begins the stream at the byte at hand; false where there is none.
  bool begin(std::string_view in) {
    given_ = 0;
    const bool more = first_ || compression_of(in) == compression_;
    if (!more) {
      ended_ = true;
      if (!is_padding(in)) fail(garbage());
      return false;
    }
    first_ = false;
    begin_ = input_.position();
    if (codec_->begin()) return true;
    fail(too_large());
    return false;
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
