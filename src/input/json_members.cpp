#include "input/json_members.hpp"

#include <simdjson.h>

#include <algorithm>

namespace faktum {

JsonMembers::JsonMembers(std::string_view json) : json_(json) {
  skip_space();
  if (!take('{')) {
    if (skip_value() && ends()) whole_ = Whole::other_value;
    return;
  }
  skip_space();
  more_ = !take('}');
  if (!more_ && ends()) whole_ = Whole::object;
}

bool JsonMembers::next(JsonMember& member) {
  if (!more_) return false;
  more_ = false;
  const std::string_view name = skip_name();
  const std::size_t begin = at_;
  if (name.empty() || !skip_value()) return false;
  member.name = read_json_string(name).value_or("");
  member.value = json_.substr(begin, at_ - begin);
  skip_space();
  more_ = take(',');
  if (more_) return true;
  if (!take('}') || !ends()) return false;
  whole_ = Whole::object;
  return true;
}

// A name as it stands, and the colon behind it; empty where there is none.
std::string_view JsonMembers::skip_name() {
  skip_space();
  const std::size_t begin = at_;
  if (!skip_string()) return {};
  const std::string_view name = json_.substr(begin, at_ - begin);
  skip_space();
  if (!take(':')) return {};
  skip_space();
  return name;
}

// By a list of open brackets, not by calls, so that no stack is too small.
bool JsonMembers::skip_value() {
  open_.clear();
  do {
    skip_space();
    const bool object = take('{');
    if (object || take('[')) {
      open_ += object ? '}' : ']';
      depth_ = std::max(depth_, open_.size());
      skip_space();
      if (!take(open_.back())) {
        if (!begin_item()) return false;
        continue;
      }
      open_.pop_back();
    } else if (!skip_scalar()) {
      return false;
    }
    if (!close_values()) return false;
  } while (!open_.empty());
  return true;
}

// Behind a value: closes what ends with it, up to the next item.
bool JsonMembers::close_values() {
  for (; !open_.empty(); open_.pop_back()) {
    skip_space();
    if (take(',')) return begin_item();
    if (!take(open_.back())) return false;
  }
  return true;
}

bool JsonMembers::begin_item() { return open_.back() == ']' || !skip_name().empty(); }

bool JsonMembers::skip_scalar() {
  if (json_.substr(at_).starts_with('"')) return skip_string();
  return take("true") || take("false") || take("null") || skip_number();
}

bool JsonMembers::skip_string() {
  const std::size_t begin = at_;
  if (!take('"')) return false;
  const auto is_special = [](char c) {
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
  };
  for (bool escaped = false;; escaped = true, ++at_) {
    const std::string_view rest = json_.substr(at_);
    at_ += static_cast<std::size_t>(std::ranges::find_if(rest, is_special) - rest.begin());
    if (take('"')) return !escaped || read_json_string(json_.substr(begin, at_ - begin));
    if (!take('\\') || at_ == json_.size()) return false;
  }
}

bool JsonMembers::skip_number() {
  take('-');
  if (!take('0') && !skip_digits()) return false;
  if (take('.') && !skip_digits()) return false;
  if (!take('e') && !take('E')) return true;
  if (!take('+')) take('-');
  return skip_digits();
}

bool JsonMembers::skip_digits() {
  const std::size_t begin = at_;
  while (at_ < json_.size() && json_[at_] >= '0' && json_[at_] <= '9') ++at_;
  return at_ > begin;
}

void JsonMembers::skip_space() {
  at_ = std::min(json_.find_first_not_of(" \t\r\n", at_), json_.size());
}

bool JsonMembers::take(char c) {
  if (at_ == json_.size() || json_[at_] != c) return false;
  ++at_;
  return true;
}

bool JsonMembers::take(std::string_view word) {
  if (!json_.substr(at_).starts_with(word)) return false;
  at_ += word.size();
  return true;
}

bool JsonMembers::ends() {
  skip_space();
  return at_ == json_.size();
}

std::optional<std::string> read_json_string(std::string_view json) {
  if (json.find('\\') == std::string_view::npos)
    return std::string(json.substr(1, json.size() - 2));
  thread_local simdjson::dom::parser parser;
  std::string_view text;
  if (parser.parse(json.data(), json.size()).get(text) != simdjson::SUCCESS) return std::nullopt;
  return std::string(text);
}

}  // namespace faktum
