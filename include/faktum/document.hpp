// One article as the extractor reads it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace faktum {

using Date = std::chrono::year_month_day;  // proleptic Gregorian calendar, no time zone

enum class PublishedFrom { field, html, dateline, option };

struct Document {
  std::string id;
  std::optional<std::string> title;
  std::string text;  // valid UTF-8, no byte order mark; see text/decode.hpp for raw bytes
  std::optional<Date> published;  // relative dates resolve against it; never guessed
  std::optional<PublishedFrom> published_from;
  std::optional<std::string> language;  // BCP 47, as its source says: "de", "de-AT"
  std::optional<std::string> encoding;  // that the text was decoded from: "UTF-8", "windows-1252"
};

}  // namespace faktum
