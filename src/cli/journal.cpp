#include "cli/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>
#include <utility>

#include "api/fingerprint.hpp"
#include "output/json_text.hpp"
#include "text/decode.hpp"

namespace faktum {
namespace {

using Json = nlohmann::ordered_json;

std::string hex(std::uint64_t number) {
  std::array<char, 16> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16).ptr;
  const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
  return std::string(digits.size() - text.size(), '0').append(text);
}

Error failure(const std::string& path, int code) {
  return {"journal.unusable",
          "cannot be used: " + std::generic_category().message(code),
          {path, 0, 0},
          ""};
}

Error no_journal(const std::string& path, std::size_t line) {
  return {
      "journal.unusable", "this is no line of a journal; name another file", {path, line, 0}, ""};
}

std::string value_of(const Json& object, const std::string& key) {
  return object.contains(key) ? object[key].dump() : "missing";
}

// What differs, in words; empty where nothing does.
std::string difference(const Json& there, const Json& here) {
  std::string text;
  const auto compare = [&](const std::string& key) {
    const std::string before = value_of(there, key);
    const std::string now = value_of(here, key);
    if (before == now || text.find(key + " is ") != std::string::npos) return;
    text += (text.empty() ? "" : ", ") + key + " is " + now + " and was " + before;
  };
  for (const auto& [key, value] : there.items()) compare(key);
  for (const auto& [key, value] : here.items()) compare(key);
  return text;
}

std::optional<JournalEntry> read_entry(const Json& object) {
  JournalEntry entry;
  for (const auto& [key, number] :
       {std::pair("read", &entry.read), std::pair("documents", &entry.documents),
        std::pair("failures", &entry.failures), std::pair("facts", &entry.facts),
        std::pair("bytes", &entry.bytes)}) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned()) return std::nullopt;
    *number = found->get<std::uint64_t>();
  }
  const auto check = object.find("check");
  if (check == object.end() || !check->is_string()) return std::nullopt;
  const std::string digits = check->get<std::string>();
  std::from_chars(digits.data(), digits.data() + digits.size(), entry.check, 16);
  entry.done = object.contains("done");
  return entry;
}

bool read_all(int descriptor, std::string& bytes) {
  std::array<char, 65536> block;
  for (;;) {
    const ssize_t count = ::read(descriptor, block.data(), block.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return count == 0;
    bytes.append(block.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace

Result<Journal> Journal::open(const std::string& path, const std::string& identity) {
  Journal journal(path, ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (journal.descriptor_ < 0) return failure(path, errno);
  struct stat status {};
  if (::fstat(journal.descriptor_, &status) != 0) return failure(path, errno);
  if (!S_ISREG(status.st_mode)) {
    return Error{"journal.unusable", "a journal is a regular file; name another", {path, 0, 0}, ""};
  }
  if (::flock(journal.descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return Error{"journal.in_use", "another run is at work with this journal", {path, 0, 0}, ""};
  }
  if (auto error = journal.read(identity)) return *error;
  return journal;
}

Journal::Journal(std::string path, int descriptor)
    : path_(std::move(path)), descriptor_(descriptor) {}

Journal::~Journal() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Journal::Journal(Journal&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      last_(other.last_),
      error_(std::move(other.error_)) {}

std::optional<Error> Journal::read(const std::string& identity) {
  std::string bytes;
  if (!read_all(descriptor_, bytes)) return failure(path_, errno);
  const std::size_t whole = bytes.rfind('\n') + 1;  // 0 where there is no line
  // Only a journal is cut: what has no line must be the beginning of one.
  if (whole == 0 && !bytes.empty() && !bytes.starts_with("{\"faktum\":")) {
    return no_journal(path_, 1);
  }
  if (::ftruncate(descriptor_, static_cast<off_t>(whole)) != 0) return failure(path_, errno);
  if (whole == 0 && !append(identity)) return error_;
  std::size_t line = 0;
  for (std::size_t at = 0, end = 0; at < whole; at = end + 1) {
    end = bytes.find('\n', at);
    const Json object = Json::parse(std::string_view(bytes).substr(at, end - at), nullptr, false);
    if (++line == 1) {
      if (!object.is_object() || !object.contains("faktum")) return no_journal(path_, 1);
      const std::string differs = difference(object, Json::parse(identity));
      if (differs.empty()) continue;
      return Error{"journal.other_run",
                   "this journal belongs to another run: " + differs + "; name another journal",
                   {path_, 0, 0},
                   ""};
    }
    const auto entry = object.is_object() ? read_entry(object) : std::nullopt;
    if (!entry) return no_journal(path_, line);
    last_ = *entry;
  }
  return std::nullopt;
}

bool Journal::add(const JournalEntry& entry) {
  std::string line;
  JsonText json(line, JsonText::Layout::compact);
  json.open_object();
  for (const auto& [key, number] :
       {std::pair("read", entry.read), std::pair("documents", entry.documents),
        std::pair("failures", entry.failures), std::pair("facts", entry.facts),
        std::pair("bytes", entry.bytes)}) {
    json.key(key);
    json.integer(number);
  }
  json.key("check");
  json.string(hex(entry.check));
  if (entry.done) {
    json.key("done");
    json.boolean(true);
  }
  json.close_object();
  last_ = entry;
  return append(line);
}

bool Journal::append(const std::string& line) {
  const std::string whole = line + "\n";
  std::string_view bytes = whole;
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno != EINTR) return fail(errno);
    if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return ::fdatasync(descriptor_) == 0 || errno == EINVAL || fail(errno);
}

bool Journal::fail(int code) {
  error_ = failure(path_, code);
  return false;
}

std::string identity_of(const Plan& plan, const RuleSet& rules) {
  std::string line;
  JsonText json(line, JsonText::Layout::compact);
  json.open_object();
  json.key("faktum");
  json.string(FAKTUM_VERSION);
  json.key("rules");
  json.string(hex(fingerprint(rules)));
  for (const auto& [option, values] : plan.given) {
    json.any_key(option);
    json.open_array();
    for (const std::string& value : values) json.string(decode(value).text);
    json.close_array();
  }
  json.close_object();
  return line;
}

}  // namespace faktum
