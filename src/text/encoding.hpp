// Which character encoding bytes are in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace faktum {

inline constexpr std::string_view utf8_name = "UTF-8";

// The usual name of the encoding that a label such as "latin1", "cp1252" or "utf8" means
// ("ISO-8859-1", "windows-1252", "UTF-8"); nothing where no such encoding is known.
[[nodiscard]] std::optional<std::string> encoding_of_label(std::string_view label);

// Of an encoding by its usual name: whether a letter of ASCII takes more than a byte (UTF-16,
// UTF-32).
[[nodiscard]] bool is_wide(std::string_view encoding);

// The encoding whose byte order mark the bytes begin with, if any.
[[nodiscard]] std::optional<std::string> encoding_of_mark(std::string_view bytes);

// The encoding of a text whose source names `declared` (a name by encoding_of_label, or empty):
// by byte order mark, zero bytes (UTF-16), the declaration, validity as UTF-8, the bytes of German
// letters in the legacy encodings of German archives, and last ICU's detector. A declaration that
// the bytes refute is passed over.
[[nodiscard]] std::string detect_encoding(std::string_view bytes, std::string_view declared = {});

}  // namespace faktum
