// CSV and TSV: a document a row. Blank lines are no documents.
#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>

#include "input/csv_table.hpp"
#include "input/source.hpp"
#include "text/decode.hpp"

namespace faktum {
namespace {

constexpr const char* text_behind_quote = "behind a closing quote more text follows";

// Follows quotes through the bytes of a row, up to its end: a line's end outside of quotes, the
// next one where the row is malformed.
class RowEnd {
 public:
  // A line's end in quotes among the first `hopeless` bytes is the row's end, too.
  RowEnd(const CsvSyntax& syntax, std::uint64_t hopeless) : syntax_(syntax), hopeless_(hopeless) {}

  // The place of the row's end in `bytes`, or npos where it lies behind them.
  std::size_t find(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      if (bytes[at] == '\n' && line_ends_row(passed_ + at)) return at;
      step(bytes[at]);
    }
    passed_ += bytes.size();
    return std::string_view::npos;
  }

  [[nodiscard]] bool in_quotes() const { return state_ == State::quoted; }
  [[nodiscard]] bool malformed() const { return malformed_; }  // text behind a closing quote

 private:
  enum class State : std::uint8_t { cell_begin, plain, quoted, after_quote };

  [[nodiscard]] bool line_ends_row(std::uint64_t place) const {
    return !in_quotes() || malformed_ || place < hopeless_;
  }

  void step(char c) {
    if (state_ == State::quoted) {
      if (c == *syntax_.quote) state_ = State::after_quote;
    } else if (c == syntax_.delimiter) {
      state_ = State::cell_begin;
    } else if (syntax_.quote && c == *syntax_.quote && state_ != State::plain) {
      state_ = State::quoted;  // a cell's first, or the second of two
    } else if (state_ == State::after_quote) {
      malformed_ = malformed_ || c != '\r';
    } else {
      state_ = State::plain;
    }
  }

  CsvSyntax syntax_;
  std::uint64_t hopeless_;
  std::uint64_t passed_ = 0;  // bytes of the row
  State state_ = State::cell_begin;
  bool malformed_ = false;
};

class CsvSource : public Source {
 public:
  CsvSource(ByteStream stream, const Origin& origin, SourceContext& context, char delimiter)
      : stream_(std::move(stream)),
        name_(origin.name),
        encoding_(origin.transcoded_from.empty() ? context.options.encoding : utf8_name),
        context_(context) {
    syntax_ = {context.options.table.delimiter.value_or(delimiter), context.options.table.quote};
    if (stream_.peek(byte_order_mark.size()).starts_with(byte_order_mark))
      stream_.take(byte_order_mark.size());
  }

  bool next(RawDocument& raw) override {
    while (!ended_ && next_row(raw)) {
      if (raw.error || table_) return true;
      if (read_header(raw)) return true;
    }
    return false;
  }

  [[nodiscard]] bool has_more() const override { return !ended_; }
  [[nodiscard]] bool is_ready() const override {
    return row_end().find(stream_.at_hand()) != std::string_view::npos;
  }

 private:
  // Replaces `raw` by the next row that is not blank; false at the end.
  bool next_row(RawDocument& raw) {
    do {
      const std::size_t line = line_ + 1;
      begin_document(raw, name_ + ":" + std::to_string(line), {name_, line, 0}, InputFormat::csv);
      raw.table = table_;
      if (!cut_row(raw)) return false;
    } while (!raw.error && raw.bytes.empty());
    return true;
  }

  [[nodiscard]] RowEnd row_end() const {
    const std::uint64_t position = stream_.position();
    return {syntax_, std::max(hopeless_until_, position) - position};
  }

  bool cut_row(RawDocument& raw) {
    std::string& row = raw.bytes;
    row.clear();
    RowEnd end = row_end();
    for (;;) {
      const std::string_view bytes = stream_.peek();
      if (bytes.empty()) return end_row(raw, end);
      const std::size_t at = end.find(bytes);
      if (at != std::string_view::npos) return end_at_line(raw, end, at);
      row += bytes;
      stream_.take(bytes.size());
      if (row.size() > context_.options.max_document_size) return pass_over(raw, end);
    }
  }

  // The row ends with the line, `at` bytes on.
  bool end_at_line(RawDocument& raw, const RowEnd& end, std::size_t at) {
    if (end.malformed()) return give_up(raw, text_behind_quote, at);
    if (end.in_quotes()) return give_up(raw, why_hopeless_, at);
    std::string& row = raw.bytes;
    row += stream_.at_hand().substr(0, at);
    stream_.take(at + 1);
    count_lines(row, true);
    if (row.ends_with('\r')) row.pop_back();
    if (row.size() > context_.options.max_document_size) fail(raw, too_large("row", context_));
    return true;
  }

  // The last row, which may have no line end.
  bool end_row(RawDocument& raw, const RowEnd& end) {
    if (stream_.error()) {
      ended_ = true;
      fail(raw, *stream_.error());
      return true;
    }
    if (end.in_quotes()) return give_up(raw, "a quote is opened here and never closed", 0);
    if (end.malformed()) return give_up(raw, text_behind_quote, 0);
    ended_ = true;
    if (raw.bytes.ends_with('\r')) raw.bytes.pop_back();
    return !raw.bytes.empty();
  }

  // A row that is too long: for want of a quote, or to be passed over.
  bool pass_over(RawDocument& raw, RowEnd& end) {
    if (end.in_quotes() || end.malformed()) {
      return give_up(raw,
                     "a quote is opened here and not closed for " +
                         std::to_string(context_.options.max_document_size) + " bytes",
                     0);
    }
    count_lines(raw.bytes, false);
    for (std::string_view bytes = stream_.peek(); !bytes.empty(); bytes = stream_.peek()) {
      const std::size_t at = std::min(end.find(bytes), bytes.size());
      count_lines(bytes.substr(0, at), at < bytes.size());
      stream_.take(std::min(at + 1, bytes.size()));
      if (at < bytes.size()) break;
    }
    fail(raw, too_large("row", context_));
    return true;
  }

  // The row, which goes on for `more` bytes at hand, is no row; the next one begins with the next
  // line. All its line ends are in quotes: from there, a row that is so, too, would go the same
  // way.
  bool give_up(RawDocument& raw, const std::string& what, std::size_t more) {
    const std::uint64_t end = stream_.position() + more;
    if (end > hopeless_until_) {
      hopeless_until_ = end;
      why_hopeless_ = what;
    }
    const std::size_t first_end = raw.bytes.find('\n');
    if (first_end != std::string::npos) {
      stream_.put_back(std::string_view(raw.bytes).substr(first_end + 1));
    } else if (const auto line = stream_.line_at_hand()) {
      stream_.take(line->size() + 1);
    }
    count_lines({}, true);
    fail(raw, {"input.quote",
               what + "; --quote says what quotes are, --quote none that there are none",
               {},
               ""});
    return true;
  }

  void count_lines(std::string_view bytes, bool ended) {
    line_ +=
        static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + (ended ? 1 : 0);
  }

  static void fail(RawDocument& raw, Error error) {
    raw.bytes.clear();
    set_error(raw, std::move(error));
  }

  // Makes the table by the first row; true where `raw` is to be given out.
  bool read_header(RawDocument& raw) {
    const InputOptions& options = context_.options;
    const std::string encoding =
        encoding_ == detected_encoding ? detect_encoding(raw.bytes) : encoding_;
    auto cells = split_row(decode(raw.bytes, encoding).text, syntax_);
    if (!options.table.header) {
      for (std::size_t at = 0; at < cells.size(); ++at) cells[at] = std::to_string(at + 1);
    }
    auto table = make_csv_table(syntax_, std::move(cells), options.fields);
    if (!table) {
      ended_ = true;
      fail(raw, table.errors().front());
      return true;
    }
    table_ = std::make_shared<const CsvTable>(std::move(table).value());
    raw.table = table_;
    return !options.table.header;
  }

  ByteStream stream_;
  std::string name_;
  std::string encoding_;
  SourceContext& context_;
  CsvSyntax syntax_;
  std::shared_ptr<const CsvTable> table_;
  std::size_t line_ = 0;              // that have been taken
  std::uint64_t hopeless_until_ = 0;  // see RowEnd; a position in the stream
  std::string why_hopeless_;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Source> csv_source(ByteStream stream, const Origin& origin, SourceContext& context,
                                   char delimiter) {
  return std::make_unique<CsvSource>(std::move(stream), origin, context, delimiter);
}

}  // namespace faktum
