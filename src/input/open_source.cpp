#include <optional>
#include <string>
#include <utility>

#include "input/archive.hpp"
#include "input/compressed.hpp"
#include "input/detect.hpp"
#include "input/source.hpp"
#include "input/transcoder.hpp"
#include "text/decode.hpp"
#include "text/encoding.hpp"

namespace faktum {
namespace {

constexpr unsigned most_layers = 8;  // four compressed archives in each other

Origin inside(const Origin& origin, std::string name) {
  return {std::move(name), origin.named, origin.layers + 1};
}

class ArchiveSource : public Source {
 public:
  ArchiveSource(ByteStream stream, const Origin& origin, SourceContext& context,
                ArchiveFormat format)
      : origin_(origin),
        context_(context),
        archive_(std::move(stream), format),
        unknown_before_(context.unknown_files) {}

  bool next(RawDocument& raw) override {
    for (;;) {
      if (member_ && member_->next(raw)) return true;
      member_.reset();
      switch (archive_.next()) {
        case Archive::Step::member:
          open_member();
          break;
        case Archive::Step::damaged:
          begin_document(raw, origin_.name, {origin_.name, 0, 0}, InputFormat::text);
          set_error(raw, *archive_.error());
          return true;
        case Archive::Step::end:
          end();
          return false;
      }
    }
  }

  [[nodiscard]] bool is_ready() const override { return member_ && member_->is_ready(); }

 private:
  void open_member() {
    Origin origin = inside(origin_, origin_.name + "!" + archive_.name());
    origin.named = false;
    member_ = open_source(archive_.member(), origin, context_);
  }

  void end() {
    if (!origin_.named) return;  // its folder or archive counts them
    const std::size_t unknown =
        std::exchange(context_.unknown_files, unknown_before_) - unknown_before_;
    if (unknown > 0) context_.warnings.push_back(skipped_files(origin_.name, unknown));
  }

  Origin origin_;
  SourceContext& context_;
  Archive archive_;
  std::size_t unknown_before_;
  std::unique_ptr<Source> member_;
};

// Notes the encoding with each document of a source that reads it as UTF-8.
class TranscodedSource : public Source {
 public:
  TranscodedSource(std::unique_ptr<Source> source, std::string encoding)
      : source_(std::move(source)), encoding_(std::move(encoding)) {}

  bool next(RawDocument& raw) override {
    const bool found = source_->next(raw);
    raw.transcoded_from = encoding_;
    return found;
  }

  [[nodiscard]] bool has_more() const override { return source_->has_more(); }
  [[nodiscard]] bool is_ready() const override { return source_->is_ready(); }

 private:
  std::unique_ptr<Source> source_;
  std::string encoding_;
};

// For what is no input; null where nobody named it.
std::unique_ptr<Source> refuse(const Origin& origin, SourceContext& context, Error error) {
  if (origin.named) return error_source(origin, std::move(error));
  ++context.unknown_files;
  return nullptr;
}

}  // namespace

bool is_cut_undecoded(InputFormat format) {
  return format == InputFormat::json || format == InputFormat::jsonl ||
         format == InputFormat::csv || format == InputFormat::tsv;
}

std::unique_ptr<Source> open_format(ByteStream stream, const Origin& origin, SourceContext& context,
                                    InputFormat format) {
  switch (format) {
    case InputFormat::json:
      return json_source(std::move(stream), origin, context);
    case InputFormat::jsonl:
      return line_source(std::move(stream), origin, context);
    case InputFormat::csv:
      return csv_source(std::move(stream), origin, context, ',');
    case InputFormat::tsv:
      return csv_source(std::move(stream), origin, context, '\t');
    case InputFormat::warc:
      return warc_source(std::move(stream), origin, context);
    case InputFormat::detect:
    case InputFormat::text:
    case InputFormat::html:
    case InputFormat::timeml:
      break;
  }
  return whole_source(std::move(stream), origin, context, format);
}

std::unique_ptr<Source> open_source(ByteStream stream, const Origin& origin,
                                    SourceContext& context) {
  const InputFormat wanted = context.options.format;
  const std::string_view bytes = first_bytes(stream, wanted);
  if (bytes.empty() && stream.error()) return error_source(origin, *stream.error());
  const auto compression = compression_of(bytes);
  const auto archive = looks_like_json(bytes) ? std::nullopt : archive_of(bytes);
  if ((compression || archive) && origin.layers == most_layers) {
    return error_source(origin, {"input.nested",
                                 "more than " + std::to_string(most_layers) +
                                     " archives and compressions in each other; unpack some first",
                                 {},
                                 ""});
  }
  if (compression) {
    ByteStream unpacked(decompress(*compression, std::move(stream)));
    return open_source(std::move(unpacked), inside(origin, origin.name), context);
  }
  if (is_packed_document(bytes)) {
    return refuse(origin, context,
                  {"input.unsupported",
                   "this is an office document, a book or code; save it as text or HTML",
                   {},
                   ""});
  }
  if (archive) return std::make_unique<ArchiveSource>(std::move(stream), origin, context, *archive);
  const std::string& forced = context.options.encoding;
  const std::string encoding = forced == detected_encoding ? detect_encoding(bytes) : forced;
  const std::string decoded = is_wide(encoding) ? decode(bytes, encoding).text : "";
  const InputFormat format = wanted == InputFormat::detect
                                 ? format_of(origin.name, is_wide(encoding) ? decoded : bytes)
                                 : wanted;
  const bool whole = format == InputFormat::text || format == InputFormat::html;
  if (whole && !origin.named && is_unknown_binary(bytes)) return refuse(origin, context, {});
  if (whole && bytes.starts_with("%PDF-")) {
    return error_source(origin, {"input.unsupported",
                                 "this is a PDF; save it as text, for example with pdftotext",
                                 {},
                                 ""});
  }
  if (is_cut_undecoded(format) && is_wide(encoding)) {
    Origin transcoded = origin;
    transcoded.transcoded_from = encoding;
    ByteStream utf8(transcode(encoding, std::move(stream)));
    return std::make_unique<TranscodedSource>(
        open_format(std::move(utf8), transcoded, context, format), encoding);
  }
  return open_format(std::move(stream), origin, context, format);
}

std::string skipped_files(const std::string& name, std::size_t count) {
  return name + ": " + std::to_string(count) +
         (count == 1 ? " file that is no text was skipped"
                     : " files that are no text were skipped");
}

void begin_document(RawDocument& raw, std::string id, Place place, InputFormat format) {
  raw.id = std::move(id);
  raw.place = std::move(place);
  raw.format = format;
  raw.encoding.clear();
  raw.transcoded_from.clear();
  raw.table.reset();
  raw.error.reset();
}

void set_error(RawDocument& raw, Error error) {
  raw.bytes.clear();
  error.place = raw.place;
  raw.error = std::move(error);
}

Error too_large(std::string_view what, const SourceContext& context) {
  return {"input.too_large",
          "the " + std::string(what) + " is over " +
              std::to_string(context.options.max_document_size) +
              " bytes; --max-document-size allows more",
          {},
          ""};
}

}  // namespace faktum
