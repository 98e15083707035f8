#include "input/document_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"

namespace fs = std::filesystem;
using faktum::DocumentSource;
using faktum::InputOptions;
using faktum::Paths;
using faktum::RawDocument;

namespace {

constexpr std::string_view sentence = "Es sind 3 %.\n";

// The sentence, made by gzip.
constexpr std::string_view packed(
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\x73\x2d\x56\x28\xce\xcc\x4b\x51\x30\x56\x50\xd5\xe3"
    "\x02\x00\x95\x67\xf3\xb9\x0d\x00\x00\x00",
    33);

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("faktum-" + std::to_string(::getpid()))) {
    fs::create_directories(path_ / "below");
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }
  [[nodiscard]] std::string path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("bytes are counted as they lie in files, packed or not") {
  const Folder folder;
  folder.write("a.txt", sentence);
  folder.write("below/b.txt.gz", packed);
  folder.write("c.jsonl", "{\"text\":\"\"}\n{\"text\":\"\"}\n");
  const std::size_t size = sentence.size() + packed.size() + 24;

  DocumentSource source(Paths({folder.path()}), InputOptions{});
  CHECK(source.total_bytes() == size);
  CHECK(source.bytes_read() == 0);
  std::vector<std::uint64_t> read;
  for (RawDocument raw; source.next(raw);) {
    read.push_back(source.bytes_read());
    if (raw.id.ends_with(".txt.gz")) CHECK(raw.bytes == sentence);
  }
  CHECK(read ==
        std::vector<std::uint64_t>{sentence.size(), sentence.size() + packed.size(), size, size});
  CHECK(source.bytes_read() == size);
}

TEST_CASE("the size of a pipe or of what is missing is not known") {
  CHECK(!DocumentSource(Paths({"-"}), InputOptions{}).total_bytes());
  CHECK(!DocumentSource(Paths({"no such file"}), InputOptions{}).total_bytes());
}

TEST_CASE("a file is ready, a pipe only with a line at hand") {
  const Folder folder;
  const std::string lines = folder.write("a.jsonl", "{\"text\":\"\"}\n{\"text\":\"\"}\n");
  const std::string pipe = folder.path() + "/pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  const int both_ends = ::open(pipe.c_str(), O_RDWR);
  const auto feed = [&](std::string_view bytes) {
    REQUIRE(::write(both_ends, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  };

  RawDocument raw;
  DocumentSource file(Paths({lines, pipe}), InputOptions{});
  CHECK(file.is_ready());
  CHECK(file.next(raw));
  CHECK(file.is_ready());

  DocumentSource piped(Paths({pipe, lines}), InputOptions{});
  CHECK(!piped.is_ready());
  feed("{\"text\":\"\"}\n{\"text\":\"\"}\n{\"te");
  CHECK(piped.next(raw));
  CHECK(piped.is_ready());
  CHECK(piped.next(raw));
  CHECK(!piped.is_ready());
  ::close(both_ends);
}
