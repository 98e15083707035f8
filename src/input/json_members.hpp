// The members of a JSON object, each as it stands in the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace faktum {

struct JsonMember {
  std::string name;
  std::string_view value;  // its JSON, without white space around it
};

// Checks the text (RFC 8259; half a surrogate pair is refused, too) but makes nothing of the
// values: no number is too large, nothing nests too deep. Views `json`, valid UTF-8.
class JsonMembers {
 public:
  enum class Whole : std::uint8_t { object, other_value, invalid };

  explicit JsonMembers(std::string_view json);

  // Replaces `member` by the next one, behind which a comma or the end of the object stands. False
  // behind the last, where the text breaks, and where it is no object.
  bool next(JsonMember& member);

  // What the text is; known when there are no more members.
  [[nodiscard]] Whole whole() const { return whole_; }

  // The most brackets around a value so far, not counting the object's own.
  [[nodiscard]] std::size_t depth() const { return depth_; }

 private:
  std::string_view skip_name();
  bool skip_value();
  bool close_values();
  bool begin_item();
  bool skip_scalar();
  bool skip_string();
  bool skip_number();
  bool skip_digits();
  void skip_space();
  bool take(char c);
  bool take(std::string_view word);
  bool ends();

  std::string_view json_;
  std::size_t at_ = 0;
  bool more_ = false;
  Whole whole_ = Whole::invalid;
  std::string open_;  // closing brackets that the value at hand awaits
  std::size_t depth_ = 0;
};

// The text of a string in JSON, which has quotation marks; nothing where an escape is wrong.
[[nodiscard]] std::optional<std::string> read_json_string(std::string_view json);

}  // namespace faktum
