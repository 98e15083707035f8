#include "input/libarchive.hpp"

#include <dlfcn.h>

#include <optional>

namespace faktum {
namespace {

std::optional<LibArchive> load() {
  void* const library = ::dlopen(FAKTUM_LIBARCHIVE, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  LibArchive functions{};
  bool complete = true;
  const auto find = [&](const char* name, auto& function) {
    function =
        reinterpret_cast<std::remove_reference_t<decltype(function)>>(::dlsym(library, name));
    complete = complete && function != nullptr;
  };
  find("archive_read_new", functions.read_new);
  find("archive_read_free", functions.read_free);
  find("archive_read_support_format_tar", functions.read_support_format_tar);
  find("archive_read_support_format_zip", functions.read_support_format_zip);
  find("archive_read_support_format_zip_streamable", functions.read_support_format_zip_streamable);
  find("archive_read_support_format_7zip", functions.read_support_format_7zip);
  find("archive_read_set_callback_data", functions.read_set_callback_data);
  find("archive_read_set_read_callback", functions.read_set_read_callback);
  find("archive_read_set_skip_callback", functions.read_set_skip_callback);
  find("archive_read_set_seek_callback", functions.read_set_seek_callback);
  find("archive_read_open1", functions.read_open1);
  find("archive_read_next_header", functions.read_next_header);
  find("archive_read_data_block", functions.read_data_block);
  find("archive_error_string", functions.error_string);
  find("archive_entry_filetype", functions.entry_filetype);
  find("archive_entry_hardlink", functions.entry_hardlink);
  find("archive_entry_pathname", functions.entry_pathname);
  find("archive_entry_pathname_utf8", functions.entry_pathname_utf8);
  return complete ? std::optional(functions) : std::nullopt;
}

}  // namespace

const LibArchive* libarchive() {
  static const std::optional<LibArchive> loaded = load();
  return loaded ? &*loaded : nullptr;
}

}  // namespace faktum
