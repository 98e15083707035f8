// The files in a tar, zip or 7z archive, one after the other, as streams.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "faktum/error.hpp"
#include "input/byte_stream.hpp"

namespace faktum {

enum class ArchiveFormat : std::uint8_t { tar, zip, seven_zip };

// By the first 512 bytes.
[[nodiscard]] std::optional<ArchiveFormat> archive_of(std::string_view bytes);

// Whether the first bytes are those of a zip that programs know as one document or as code (docx,
// odt, epub, jar) and nobody as an archive of articles.
[[nodiscard]] bool is_packed_document(std::string_view bytes);

// Sequential. A zip is read by its table of contents where the input can seek, and from front to
// back where it cannot; a 7z that cannot seek is held in memory.
class Archive {
 public:
  enum class Step : std::uint8_t { member, damaged, end };

  Archive(ByteStream input, ArchiveFormat format);
  ~Archive();
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  // Goes to the next regular file. After `damaged` a part of the archive could not be read, error()
  // says why, and further members may come.
  Step next();

  // Of the member: valid UTF-8.
  [[nodiscard]] const std::string& name() const { return name_; }

  // The member's bytes; valid until next().
  [[nodiscard]] ByteStream member();

  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  class Library;
  class Member;

  Step after_failure();

  std::unique_ptr<Library> library_;
  std::string name_;
  std::optional<Error> error_;
  std::size_t headers_ = 0;      // read so far
  unsigned reopened_ = 0;        // how often
  std::size_t reopened_at_ = 0;  // after which header
  bool damage_at_hand_ = false;  // tar: blocks that are no header, said once
  bool member_failed_ = false;   // what ended the archive has been said of its member
  bool ended_ = false;
};

}  // namespace faktum
