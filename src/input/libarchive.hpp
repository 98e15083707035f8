// libarchive, loaded when the first archive comes: most runs read none, and it brings libraries of
// its own that take memory and time at every start.
#pragma once

#include <archive.h>
#include <archive_entry.h>

namespace faktum {

// Its functions, named as there without `archive_`.
struct LibArchive {
  decltype(&::archive_read_new) read_new;
  decltype(&::archive_read_free) read_free;
  decltype(&::archive_read_support_format_tar) read_support_format_tar;
  decltype(&::archive_read_support_format_zip) read_support_format_zip;
  decltype(&::archive_read_support_format_zip_streamable) read_support_format_zip_streamable;
  decltype(&::archive_read_support_format_7zip) read_support_format_7zip;
  decltype(&::archive_read_set_callback_data) read_set_callback_data;
  decltype(&::archive_read_set_read_callback) read_set_read_callback;
  decltype(&::archive_read_set_skip_callback) read_set_skip_callback;
  decltype(&::archive_read_set_seek_callback) read_set_seek_callback;
  decltype(&::archive_read_open1) read_open1;
  decltype(&::archive_read_next_header) read_next_header;
  decltype(&::archive_read_data_block) read_data_block;
  decltype(&::archive_error_string) error_string;
  decltype(&::archive_entry_filetype) entry_filetype;
  decltype(&::archive_entry_hardlink) entry_hardlink;
  decltype(&::archive_entry_pathname) entry_pathname;
  decltype(&::archive_entry_pathname_utf8) entry_pathname_utf8;
};

// Null where it is not installed. Stays loaded; any thread may call.
[[nodiscard]] const LibArchive* libarchive();

}  // namespace faktum
