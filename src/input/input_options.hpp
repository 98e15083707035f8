// What is read, and how.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "faktum/document.hpp"
#include "input/json_document.hpp"
#include "text/encoding.hpp"

namespace faktum {

enum class InputFormat : std::uint8_t { detect, text, html, jsonl };

inline constexpr std::string_view detected_encoding = "auto";

struct InputOptions {
  InputFormat format = InputFormat::detect;
  // Of the bytes: a name by encoding_of_label() (text/encoding.hpp), or detected_encoding, which is
  // UTF-8 in JSONL.
  std::string encoding{detected_encoding};
  JsonFields fields;
  std::optional<Date> date;  // of documents that name none
};

}  // namespace faktum
