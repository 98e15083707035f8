#include "cli/input_plan.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

#include "cli/named.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

Result<InputFormat> input_format(const std::string& name) {
  for (const char* container : {"gz", "gzip", "bz2", "xz", "zst", "zstd", "tar", "zip", "7z"}) {
    if (name == container) {
      return usage(
          "--input-format says what lies in archives and compressed files, which are told "
          "by their bytes; leave out " +
          name);
    }
  }
  return named<InputFormat>("--input-format", name,
                            {{"auto", InputFormat::detect},
                             {"text", InputFormat::text},
                             {"html", InputFormat::html},
                             {"json", InputFormat::json},
                             {"jsonl", InputFormat::jsonl},
                             {"csv", InputFormat::csv},
                             {"tsv", InputFormat::tsv},
                             {"timeml", InputFormat::timeml},
                             {"warc", InputFormat::warc}});
}

// The fields that programs write: news-please (NewsArticle.get_dict), WikiExtractor (--json),
// trafilatura (--json).
Result<JsonFields> preset_fields(const std::string& name) {
  return named<JsonFields>("--preset", name,
                           {{"news-please", {"url", "maintext", "date_publish", "title"}},
                            {"wikiextractor", {"id", "text", "", "title"}},
                            {"trafilatura", {"source", "text", "date", "title"}}});
}

// With --no-header columns are named by their numbers.
std::optional<Error> number_columns(const Flags& flags, JsonFields& fields) {
  fields = {flags.id_field, flags.text_field, flags.date_field, flags.title_field};
  if (fields.text.empty()) return usage("--no-header needs --text-field N, a column's number");
  for (const std::string* field : {&fields.id, &fields.text, &fields.date, &fields.title}) {
    const bool number = field->find_first_not_of("0123456789") == std::string::npos;
    if (number && !field->starts_with('0')) continue;
    return usage("with --no-header a column is named by its number from 1, not by " + *field);
  }
  return std::nullopt;
}

std::optional<Error> resolve_fields(const Flags& flags, InputOptions& options) {
  JsonFields& fields = options.fields;
  if (!flags.preset.empty()) {
    auto preset = preset_fields(flags.preset);
    if (!preset) return preset.errors().front();
    fields = std::move(preset).value();
  }
  options.table.header = !flags.no_header;
  if (flags.no_header) {
    if (auto error = number_columns(flags, fields)) return error;
  } else {
    const auto set = [](std::string& field, const std::string& flag) {
      if (!flag.empty()) field = flag;
    };
    set(fields.id, flags.id_field);
    set(fields.text, flags.text_field);
    set(fields.date, flags.date_field);
    set(fields.title, flags.title_field);
  }
  fields.keep_others = flags.keep_fields;
  return std::nullopt;
}

bool is_ascii_sign(const std::string& text) {
  return text.size() == 1 && static_cast<unsigned char>(text[0]) < 0x80 && text[0] != '\n' &&
         text[0] != '\r' && text[0] != '\0';
}

std::optional<Error> resolve_table(const Flags& flags, TableOptions& table) {
  const std::string delimiter =
      flags.delimiter == "tab" || flags.delimiter == "\\t" ? "\t" : flags.delimiter;
  if (!delimiter.empty()) {
    if (!is_ascii_sign(delimiter)) {
      return usage("--delimiter takes one ASCII character, or tab, not " + delimiter);
    }
    table.delimiter = delimiter[0];
  }
  if (flags.quote == "none") {
    table.quote.reset();
  } else if (is_ascii_sign(flags.quote)) {
    table.quote = flags.quote[0];
  } else {
    return usage("--quote takes one ASCII character, or none, not " + flags.quote);
  }
  if (table.quote && table.quote == table.delimiter) {
    return usage("--delimiter and --quote cannot be the same");
  }
  return std::nullopt;
}

// "64M": bytes, with K, M or G for powers of 1024.
std::optional<std::size_t> parse_size(std::string_view text) {
  std::size_t size = 0;
  const char* end = text.data() + text.size();
  const auto digits = std::from_chars(text.data(), end, size);
  if (digits.ec != std::errc{} || size == 0) return std::nullopt;
  const std::string_view unit(digits.ptr, static_cast<std::size_t>(end - digits.ptr));
  if (unit.empty()) return size;
  const std::size_t power = std::string_view("KMGkmg").find(unit);
  if (unit.size() != 1 || power == std::string_view::npos) return std::nullopt;
  const std::size_t shift = (power % 3 + 1) * 10;
  if (size > (std::numeric_limits<std::size_t>::max() >> shift)) return std::nullopt;
  return size << shift;
}

std::optional<Error> resolve_encoding(const Flags& flags, std::string& encoding) {
  if (flags.encoding == detected_encoding) {
    encoding = detected_encoding;
  } else if (auto known = encoding_of_label(flags.encoding)) {
    encoding = std::move(*known);
  } else {
    return usage("--encoding " + flags.encoding +
                 " is unknown; give a usual name such as windows-1252, or auto");
  }
  return std::nullopt;
}

}  // namespace

Result<InputOptions> resolve_input(const Flags& flags) {
  InputOptions options;
  const auto format = input_format(flags.input_format);
  if (!format) return format.errors();
  options.format = format.value();
  if (auto error = resolve_encoding(flags, options.encoding)) return *error;
  if (auto error = resolve_fields(flags, options)) return *error;
  if (auto error = resolve_table(flags, options.table)) return *error;
  constexpr std::size_t most = std::size_t{1} << 31U;  // ICU counts in 32 bits
  const auto size = parse_size(flags.max_document_size);
  if (!size || *size > most) {
    return usage(
        "--max-document-size takes a number of bytes such as 500K, 64M or 1G, at most 2G, not " +
        flags.max_document_size);
  }
  options.max_document_size = std::min(*size, most - 1);
  if (flags.date.empty()) return options;
  options.date = parse_iso_date(flags.date);
  if (options.date) return options;
  return usage("--date " + flags.date + " is no date; write it as YYYY-MM-DD");
}

}  // namespace faktum
