// faktum_embed RULES OUT.cpp: checks the built-in rules and writes them into a C++ file.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "rules/blob.hpp"
#include "rules/load.hpp"

namespace fs = std::filesystem;

namespace {

struct File {
  std::string path;
  std::string bytes;
};

std::vector<File> read_files(const fs::path& root) {
  std::vector<File> files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string extension = entry.path().extension().string();
    if (!entry.is_regular_file() || (extension != ".toml" && extension != ".tsv")) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({fs::relative(entry.path(), root).generic_string(),
                     std::string(std::istreambuf_iterator<char>(in), {})});
  }
  std::sort(files.begin(), files.end(),
            [](const File& a, const File& b) { return a.path < b.path; });
  return files;
}

// As string literals of a length that compilers like.
void write_bytes(std::ostream& out, const std::string& bytes) {
  static constexpr char octal[] = "01234567";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 64 == 0) out << (i == 0 ? "\"" : "\"\n\"");
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?') {
      out << bytes[i];
    } else {
      out << '\\' << octal[byte >> 6] << octal[(byte >> 3) & 7] << octal[byte & 7];
    }
  }
  out << (bytes.empty() ? "\"\"" : "\"");
}

void write_source(std::ostream& out, const std::vector<File>& files, const std::string& blob) {
  out << "// Written by faktum_embed; do not edit.\n"
         "#include \"rules/builtin.hpp\"\n\nnamespace faktum {\nnamespace {\n\n";
  for (std::size_t i = 0; i < files.size(); ++i) {
    out << "constexpr char file_" << i << "[] =\n";
    write_bytes(out, files[i].bytes);
    out << ";\n";
  }
  out << "constexpr char blob[] =\n";
  write_bytes(out, blob);
  out << ";\n\n}  // namespace\n\n"
         "const std::vector<BuiltinFile>& builtin_files() {\n"
         "  static const std::vector<BuiltinFile> files{\n";
  for (std::size_t i = 0; i < files.size(); ++i) {
    out << "      {\"" << files[i].path << "\", {file_" << i << ", " << files[i].bytes.size()
        << "}},\n";
  }
  out << "  };\n  return files;\n}\n\n"
         "std::string_view builtin_blob() { return {blob, "
      << blob.size() << "}; }\n\n}  // namespace faktum\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: faktum_embed RULES OUT.cpp\n";
    return 2;
  }
  const std::vector<File> files = read_files(argv[1]);
  std::vector<faktum::RuleSource> sources;
  for (const File& file : files) {
    if (file.path.ends_with(".toml")) sources.push_back({"rules/" + file.path, file.bytes, 0});
  }
  const faktum::Result<faktum::RuleFiles> rules = faktum::load_rules(sources);
  if (!rules) {
    for (const faktum::Error& error : rules.errors()) std::cerr << error.to_string() << '\n';
    return 1;
  }
  std::ofstream out(argv[2], std::ios::binary);
  write_source(out, files, faktum::write_blob(rules.value()));
  out.close();
  if (!out) {
    std::cerr << "faktum_embed: cannot write " << argv[2] << '\n';
    return 1;
  }
  return 0;
}
