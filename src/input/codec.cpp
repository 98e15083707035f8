#include "input/codec.hpp"

#include <brotli/decode.h>
#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>

namespace faktum {
namespace {

using Step = CodecStep;

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

class Unbrotli : public Codec {
 public:
  ~Unbrotli() override { BrotliDecoderDestroyInstance(state_); }
  Unbrotli() = default;
  Unbrotli(const Unbrotli&) = delete;
  Unbrotli& operator=(const Unbrotli&) = delete;

  bool begin() override {
    BrotliDecoderDestroyInstance(state_);
    state_ = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
    return state_ != nullptr;
  }

  Step decode(std::string_view in, char* out, std::size_t size) override {
    std::size_t in_left = in.size();
    std::size_t out_left = size;
    const auto* next_in = bytes_of<const std::uint8_t>(in);
    auto* next_out = reinterpret_cast<std::uint8_t*>(out);
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state_, &in_left, &next_in, &out_left, &next_out, nullptr);
    Step step{in.size() - in_left, size - out_left, Step::going_on};
    if (result == BROTLI_DECODER_RESULT_SUCCESS) step.state = Step::at_end;
    if (result == BROTLI_DECODER_RESULT_ERROR) step.state = Step::broken;
    return step;
  }

 private:
  BrotliDecoderState* state_ = nullptr;
};

}  // namespace

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
    case Compression::brotli:
      return std::make_unique<Unbrotli>();
  }
  return nullptr;
}

}  // namespace faktum
