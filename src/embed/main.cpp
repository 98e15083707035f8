// faktum_embed RULES OUT.cpp OUT.image: checks and compiles the built-in rules, and writes a C++
// file that holds them and includes their image.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "embed/icu_words.hpp"
#include "match/batch.hpp"
#include "match/matcher.hpp"
#include "rules/compile.hpp"
#include "rules/image.hpp"
#include "rules/load.hpp"
#include "rules/pattern_automata.hpp"
#include "rules/sample.hpp"
#include "text/sentences.hpp"

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

void write_words(std::ostream& out, std::string_view name,
                 const std::map<std::string, int>& words) {
  out << "std::span<const BuiltinWord> builtin_" << name
      << "() {\n  static constexpr BuiltinWord words[] = {\n";
  for (const auto& [word, number] : words) {
    out << "      {";
    write_bytes(out, word);
    out << ", " << number << "},\n";
  }
  out << "  };\n  return words;\n}\n\n";
}

void write_source(std::ostream& out, const std::vector<File>& files, const std::string& image) {
  // As a literal the image would take the compiler a minute.
  out << "// Written by faktum_embed; do not edit.\n"
         "#include \"rules/builtin.hpp\"\n\n"
         "asm(\".pushsection .rodata\\n.balign 16\\n.global faktum_image\\nfaktum_image:\\n\"\n"
         "    \".incbin \\\""
      << image
      << "\\\"\\n.global faktum_image_end\\nfaktum_image_end:\\n.byte 0\\n.popsection\\n\");\n"
         "extern \"C\" const char faktum_image[];\n"
         "extern \"C\" const char faktum_image_end[];\n\n"
         "namespace faktum {\nnamespace {\n\n";
  for (std::size_t i = 0; i < files.size(); ++i) {
    out << "constexpr char file_" << i << "[] =\n";
    write_bytes(out, files[i].bytes);
    out << ";\n";
  }
  out << "\n}  // namespace\n\n"
         "const std::vector<BuiltinFile>& builtin_files() {\n"
         "  static const std::vector<BuiltinFile> files{\n";
  for (std::size_t i = 0; i < files.size(); ++i) {
    out << "      {\"" << files[i].path << "\", {file_" << i << ", " << files[i].bytes.size()
        << "}},\n";
  }
  out << "  };\n  return files;\n}\n\n"
         "std::string_view builtin_image() {\n"
         "  return {faktum_image, static_cast<std::size_t>(faktum_image_end - faktum_image)};\n"
         "}\n\n";
  const faktum::CalendarNames names = faktum::calendar_names();
  write_words(out, "number_words", faktum::spelled_numbers());
  write_words(out, "months", names.months);
  write_words(out, "weekdays", names.weekdays);
  out << "}  // namespace faktum\n";
}

bool write_file(const std::string& path, const std::function<void(std::ostream&)>& write) {
  std::ofstream out(path, std::ios::binary);
  write(out);
  out.close();
  if (!out) std::cerr << "faktum_embed: cannot write " << path << '\n';
  return !out.fail();
}

faktum::Result<std::shared_ptr<faktum::CompiledRules>> compile(const std::vector<File>& files) {
  faktum::Sources sources;
  for (const File& file : files) sources.add("rules/" + file.path, file.bytes, 0);
  faktum::Result<faktum::RuleFiles> rules = faktum::load_rules(sources.rules);
  if (!rules) return rules.errors();
  auto compiled = faktum::compile_rules(std::move(rules).value(), sources.lists, {});
  if (compiled) faktum::make_automata(*compiled.value());
  return compiled;
}

// How often each rule is tried and matches in the sample.
faktum::MatchProfile usage_in_sample(const faktum::CompiledRules& rules) {
  std::vector<faktum::Span> sentences;
  faktum::split_sentences(faktum::sample_text(), sentences);
  faktum::Batch batch;
  batch.add(faktum::sample_text(), sentences);
  faktum::MatchProfile usage(rules.rules.size());
  faktum::Matcher matcher(rules, nullptr, &usage);
  matcher.match(batch);
  std::vector<faktum::RuleMatch> matches;
  matcher.matches_of(0, matches);
  for (const faktum::RuleMatch& match : matches) ++usage[match.rule->index].candidates;
  return usage;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: faktum_embed RULES OUT.cpp OUT.image\n";
    return 2;
  }
  const std::vector<File> files = read_files(argv[1]);
  const auto rules = compile(files);
  if (!rules) {
    for (const faktum::Error& error : rules.errors()) std::cerr << error.to_string() << '\n';
    return 1;
  }
  const std::string image = faktum::write_image(*rules.value(), usage_in_sample(*rules.value()));
  const bool written =
      write_file(argv[3], [&](std::ostream& out) { out << image; }) &&
      write_file(argv[2], [&](std::ostream& out) { write_source(out, files, argv[3]); });
  return written ? 0 : 1;
}
