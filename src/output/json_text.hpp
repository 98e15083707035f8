// Writes JSON (RFC 8259) straight into a string: no tree is built.
//
//   JsonText json(out, JsonText::Layout::compact);
//   json.open_object();
//   json.key("id");
//   json.string("a.txt");
//   json.close_object();
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace faktum {

class JsonText {
 public:
  enum class Layout : std::uint8_t { compact, indented };

  // Appends to `out`, which must outlive this. `indent`: levels by which the lines after the first
  // are indented.
  JsonText(std::string& out, Layout layout, std::size_t indent = 0)
      : out_(out), layout_(layout), indent_(indent) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }

  void key(std::string_view name);      // that needs no escapes
  void any_key(std::string_view name);  // valid UTF-8
  void string(std::string_view text);   // valid UTF-8
  void number(double);                  // integral numbers as integers; not finite: null
  void integer(std::size_t);
  void boolean(bool);
  void null();
  void raw(std::string_view json);  // a complete JSON value, without line breaks

 private:
  void open(char bracket);
  void close(char bracket);
  void begin_value();
  void break_line();

  std::string& out_;
  Layout layout_;
  std::size_t indent_;
  std::size_t depth_ = 0;
  bool empty_ = true;  // nothing yet in the innermost object or array
  bool after_key_ = false;
};

// Appends `text` as a JSON string with its quotation marks.
void append_json_string(std::string& out, std::string_view text);

// The shortest digits that read back as the same number; integral ones without exponent.
void append_number(std::string& out, double number);

}  // namespace faktum
