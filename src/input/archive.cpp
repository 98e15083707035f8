#include "input/archive.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <clocale>
#include <utility>

#include "input/file_reader.hpp"
#include "input/libarchive.hpp"
#include "text/decode.hpp"
#include "text/encoding.hpp"

namespace faktum {
namespace {

// libarchive reads names by the locale of the thread.
class Utf8Names {
 public:
  Utf8Names() : before_(::uselocale(utf8())) {}
  ~Utf8Names() { ::uselocale(before_); }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  static locale_t utf8() {
    static const locale_t locale = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return locale;
  }

  locale_t before_;
};

bool is_tar_header(std::string_view bytes) {
  constexpr std::size_t sum_begin = 148;
  constexpr std::size_t sum_end = 156;
  if (bytes.size() < 512) return false;
  unsigned sum = 0;
  for (std::size_t at = 0; at < 512; ++at) {
    const bool blank = at >= sum_begin && at < sum_end;
    sum += static_cast<unsigned char>(blank ? ' ' : bytes[at]);
  }
  unsigned stated = 0;
  const std::size_t digits = std::min(bytes.find_first_not_of(' ', sum_begin), sum_end);
  const auto end = std::from_chars(bytes.data() + digits, bytes.data() + sum_end, stated, 8);
  return end.ec == std::errc{} && stated == sum;
}

Error cut_off() { return {"input.truncated", "the archive ends too early: it is cut off", {}, ""}; }

// The errors of a member or archive, in words for people.
Error failure_of(const char* said) {
  std::string what = said == nullptr ? "what it holds makes no sense" : said;
  while (what.ends_with('\n')) what.pop_back();
  if (what.find("runcated") != std::string::npos) return cut_off();
  if (what.find("ncrypted") != std::string::npos || what.find("assphrase") != std::string::npos) {
    return {"input.encrypted", "this is encrypted; unpack it with its password first", {}, ""};
  }
  return {"input.corrupt", "the archive is damaged here: " + what, {}, ""};
}

Result<ByteStream> in_memory(ByteStream input) {
  constexpr std::size_t limit = std::size_t{256} << 20U;
  std::string bytes;
  switch (input.read_rest(bytes, limit)) {
    case Cut::whole:
      return ByteStream(std::make_unique<MemoryReader>(std::move(bytes)));
    case Cut::none:
      return *input.error();
    case Cut::too_large:
      break;
  }
  return Error{"input.needs_file",
               "7z is read from its end, and from a pipe or inside an archive only up to 256 MB; "
               "give it as a file",
               {},
               ""};
}

}  // namespace

// libarchive's reader over a ByteStream.
class Archive::Library {
 public:
  Library(const LibArchive& functions, ByteStream input, ArchiveFormat format)
      : functions_(functions), input_(std::move(input)), format_(format) {}
  ~Library() { close(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  // Errors are in failure().
  bool open() {
    close();
    library_ = functions_.read_new();
    if (format_ == ArchiveFormat::tar) functions_.read_support_format_tar(library_);
    if (format_ == ArchiveFormat::zip && !input_.size()) {
      functions_.read_support_format_zip_streamable(library_);
    } else if (format_ == ArchiveFormat::zip) {
      functions_.read_support_format_zip(library_);
    }
    if (format_ == ArchiveFormat::seven_zip) functions_.read_support_format_7zip(library_);
    functions_.read_set_callback_data(library_, this);
    functions_.read_set_read_callback(library_, read);
    functions_.read_set_skip_callback(library_, skip);
    if (input_.size()) functions_.read_set_seek_callback(library_, seek);
    const Utf8Names locale;
    return functions_.read_open1(library_) == ARCHIVE_OK;
  }

  bool reopen() { return input_.seek(0) && open(); }
  [[nodiscard]] bool can_reopen() const {
    return format_ != ArchiveFormat::tar && input_.size().has_value();
  }

  int next_header() {
    const Utf8Names locale;
    return functions_.read_next_header(library_, &entry_);
  }

  // Symbolic links, hard links to a member that came before, folders and devices are no files.
  [[nodiscard]] bool at_file() const {
    return functions_.entry_filetype(entry_) == AE_IFREG &&
           functions_.entry_hardlink(entry_) == nullptr;
  }

  [[nodiscard]] std::string name() const {
    const Utf8Names locale;
    const char* utf8 = functions_.entry_pathname_utf8(entry_);
    const char* raw = utf8 == nullptr ? functions_.entry_pathname(entry_) : utf8;
    if (raw == nullptr) return "?";
    const std::string_view bytes = raw;
    Decoded name = decode(bytes);
    if (name.replaced == 0) return std::move(name.text);
    // The zip format says so of names that are not in UTF-8.
    return decode(bytes, format_ == ArchiveFormat::zip ? "IBM437" : detect_encoding(bytes)).text;
  }

  int next_block(std::string_view& block, std::uint64_t& at) {
    const void* bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = functions_.read_data_block(library_, &bytes, &size, &offset);
    block = {static_cast<const char*>(bytes), result == ARCHIVE_OK ? size : 0};
    at = static_cast<std::uint64_t>(offset);
    return result;
  }

  [[nodiscard]] Error failure() const {
    if (input_.error()) return *input_.error();
    return at_end_ ? cut_off() : failure_of(functions_.error_string(library_));
  }

 private:
  static Library& of(void* self) { return *static_cast<Library*>(self); }

  static la_ssize_t read(archive*, void* self, const void** bytes) {
    Library& library = of(self);
    library.input_.take(std::exchange(library.lent_, 0));
    const std::string_view next = library.input_.peek();
    *bytes = next.data();
    library.at_end_ = next.empty();
    library.lent_ = next.size();
    return next.empty() && library.input_.error() ? -1 : static_cast<la_ssize_t>(next.size());
  }

  static la_int64_t skip(archive*, void* self, la_int64_t wanted) {
    Library& library = of(self);
    library.input_.take(std::exchange(library.lent_, 0));
    const auto size = library.input_.size();
    if (!size)
      return static_cast<la_int64_t>(library.input_.skip(static_cast<std::uint64_t>(wanted)));
    const std::uint64_t here = library.input_.position();
    const auto now = std::min(static_cast<std::uint64_t>(wanted), *size - std::min(here, *size));
    return library.input_.seek(here + now) ? static_cast<la_int64_t>(now) : 0;
  }

  static la_int64_t seek(archive*, void* self, la_int64_t offset, int whence) {
    Library& library = of(self);
    library.input_.take(std::exchange(library.lent_, 0));
    la_int64_t to = offset;
    if (whence == SEEK_CUR) to += static_cast<la_int64_t>(library.input_.position());
    if (whence == SEEK_END) to += static_cast<la_int64_t>(*library.input_.size());
    const bool done = to >= 0 && library.input_.seek(static_cast<std::uint64_t>(to));
    return done ? to : ARCHIVE_FATAL;
  }

  void close() {
    lent_ = 0;
    if (library_ == nullptr) return;
    const Utf8Names locale;
    functions_.read_free(std::exchange(library_, nullptr));
  }

  const LibArchive& functions_;
  ByteStream input_;
  ArchiveFormat format_;
  archive* library_ = nullptr;
  archive_entry* entry_ = nullptr;
  bool at_end_ = false;   // the last read was behind the last byte
  std::size_t lent_ = 0;  // bytes that libarchive looks at, taken when it wants others
};

class Archive::Member : public ByteReader {
 public:
  explicit Member(Archive& archive) : archive_(archive) {}

  std::size_t read(char* into, std::size_t size) override {
    while (position_ < hole_end_ || block_.empty()) {
      if (position_ < hole_end_) return fill_hole(into, size);
      if (ended_ || !next_block()) return 0;
    }
    const std::size_t count = block_.copy(into, size);
    block_.remove_prefix(count);
    position_ += count;
    return count;
  }

 private:
  bool next_block() {
    const int result = archive_.library_->next_block(block_, hole_end_);
    ended_ = result != ARCHIVE_OK;
    if (!ended_) return true;
    hole_end_ = position_;
    if (result == ARCHIVE_EOF) return false;
    fail(archive_.library_->failure());
    archive_.member_failed_ = true;
    return false;
  }

  // What a sparse file leaves out.
  std::size_t fill_hole(char* into, std::size_t size) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(size, hole_end_ - position_));
    std::fill_n(into, count, '\0');
    position_ += count;
    return count;
  }

  Archive& archive_;
  std::string_view block_;
  std::uint64_t position_ = 0;
  std::uint64_t hole_end_ = 0;  // where block_ begins
  bool ended_ = false;
};

Archive::Archive(ByteStream input, ArchiveFormat format) {
  const LibArchive* const functions = libarchive();
  if (functions == nullptr) {
    error_ = {"input.unsupported",
              "archives are read by libarchive, and there is no " FAKTUM_LIBARCHIVE "; install it",
              {},
              ""};
    return;
  }
  if (format == ArchiveFormat::seven_zip && !input.size()) {
    auto held = in_memory(std::move(input));
    if (!held) {
      error_ = held.errors().front();
      return;
    }
    input = std::move(held).value();
  }
  library_ = std::make_unique<Library>(*functions, std::move(input), format);
  if (!library_->open()) error_ = library_->failure();
}

Archive::~Archive() = default;

ByteStream Archive::member() { return ByteStream(std::make_unique<Member>(*this)); }

Archive::Step Archive::next() {
  if (ended_) return Step::end;
  if (error_ && headers_ == 0 && !damage_at_hand_) {  // it could not be opened
    ended_ = true;
    return Step::damaged;
  }
  for (;;) {
    const int result = library_->next_header();
    if (result == ARCHIVE_EOF) {
      ended_ = true;
      return Step::end;
    }
    if (result == ARCHIVE_FATAL) return after_failure();
    if (result == ARCHIVE_RETRY || result == ARCHIVE_FAILED) {
      if (std::exchange(damage_at_hand_, true)) continue;
      error_ = library_->failure();
      return Step::damaged;
    }
    ++headers_;
    damage_at_hand_ = false;
    if (!library_->at_file()) continue;
    name_ = library_->name();
    member_failed_ = false;
    return Step::member;
  }
}

// libarchive stops for good at some kinds of damage. Where the input can seek, what lies behind the
// member at hand is found by beginning again.
Archive::Step Archive::after_failure() {
  constexpr unsigned most_often = 16;
  const bool in_vain = reopened_ > 0 && reopened_at_ == headers_;
  const bool said = std::exchange(member_failed_, false) || in_vain;
  error_ = library_->failure();
  ended_ = !said || in_vain || !library_->can_reopen() || reopened_++ == most_often ||
           !library_->reopen();
  for (std::size_t header = 0; !ended_ && header < headers_; ++header) {
    ended_ = library_->next_header() < ARCHIVE_WARN;
  }
  reopened_at_ = headers_;
  if (!ended_) return next();
  return said ? Step::end : Step::damaged;
}

std::optional<ArchiveFormat> archive_of(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return ArchiveFormat::zip;
  if (bytes.starts_with("7z\xBC\xAF\x27\x1C")) return ArchiveFormat::seven_zip;
  const bool ustar = bytes.size() >= 262 && bytes.substr(257, 5) == "ustar";
  return ustar || is_tar_header(bytes) ? std::optional(ArchiveFormat::tar) : std::nullopt;
}

bool is_packed_document(std::string_view bytes) {
  constexpr std::size_t name_begin = 30;
  if (!bytes.starts_with("PK\x03\x04") || bytes.size() < name_begin) return false;
  constexpr std::array<std::string_view, 4> first_names{"[Content_Types].xml", "_rels/", "mimetype",
                                                        "META-INF/"};
  const std::string_view name = bytes.substr(name_begin);
  return std::any_of(first_names.begin(), first_names.end(),
                     [&](std::string_view first) { return name.starts_with(first); });
}

}  // namespace faktum
