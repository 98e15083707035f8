#include "cli/plan.hpp"

#include "catch.hpp"

using faktum::Command;
using faktum::OutputFormat;

namespace {

std::variant<faktum::Flags, faktum::Farewell> parsed(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "faktum");
  return faktum::parse_arguments(static_cast<int>(arguments.size()), arguments.data());
}

faktum::Flags flags(std::vector<const char*> arguments) {
  auto result = parsed(std::move(arguments));
  REQUIRE(std::holds_alternative<faktum::Flags>(result));
  return std::get<faktum::Flags>(result);
}

faktum::Plan plan(std::vector<const char*> arguments, const faktum::Surroundings& around = {}) {
  const auto result = faktum::resolve(flags(std::move(arguments)), around);
  REQUIRE(result);
  return result.value();
}

}  // namespace

TEST_CASE("no path is standard input") {
  CHECK(plan({}).paths == std::vector<std::string>{"-"});
  CHECK(plan({"-"}).paths == std::vector<std::string>{"-"});
  CHECK(plan({"a", "b", "a"}).paths == std::vector<std::string>{"a", "b", "a"});
}

TEST_CASE("a list of kinds and repeated options do not swallow paths") {
  const faktum::Plan some =
      plan({"-k", "date,money", "-r", "x.toml", "a.txt", "-r", "y", "-k", "chip"});
  CHECK(some.rules.kinds == std::vector<std::string>{"date", "money", "chip"});
  CHECK(some.rules.paths == std::vector<std::string>{"x.toml", "y"});
  CHECK(some.paths == std::vector<std::string>{"a.txt"});
}

TEST_CASE("the format follows the terminal, and -o is none") {
  faktum::Surroundings terminal;
  terminal.terminal = true;
  CHECK(plan({"a"}).output.format == OutputFormat::jsonl);
  CHECK(plan({"a"}, terminal).output.format == OutputFormat::text);
  CHECK(plan({"a"}, terminal).output.colour);
  CHECK(plan({"a", "-o", "out"}, terminal).output.format == OutputFormat::jsonl);
  CHECK_FALSE(plan({"a", "-f", "text", "-o", "out"}, terminal).output.colour);
  terminal.no_colour = true;
  CHECK_FALSE(plan({"a"}, terminal).output.colour);
}

TEST_CASE("commands, and a path named like one") {
  CHECK(flags({"schema"}).command == Command::schema);
  CHECK(flags({"rules", "list"}).command == Command::rules_list);
  CHECK(flags({"rules", "show", "a.b"}).rule_name == "a.b");
  CHECK(flags({"score", "gold.jsonl", "--errors"}).list_errors);
  CHECK(flags({"explain", "--at", "17", "a.txt"}).command == Command::explain);
  const faktum::Plan explain = plan({"explain", "--at", "Arm", "--id", "x", "-f", "json"});
  CHECK(explain.at == "Arm");
  CHECK(explain.only_id == "x");
  CHECK(explain.json);
  CHECK(explain.paths == std::vector<std::string>{"-"});
  CHECK(flags({"./rules"}).command == Command::extract);
  const faktum::Plan test = plan({"rules", "test", "--no-builtin", "mine.toml"});
  CHECK(test.rules.paths == std::vector<std::string>{"mine.toml"});
  CHECK_FALSE(test.rules.builtin);
}

TEST_CASE("wrong usage has status 2 and a message") {
  for (const auto& wrong : std::vector<std::vector<const char*>>{{"--fromat", "json"},
                                                                 {"-d"},
                                                                 {"rules"},
                                                                 {"rules", "lst"},
                                                                 {"score"},
                                                                 {"rules", "show"}}) {
    const auto result = parsed(wrong);
    REQUIRE(std::holds_alternative<faktum::Farewell>(result));
    CHECK(std::get<faktum::Farewell>(result).status == 2);
    CHECK_FALSE(std::get<faktum::Farewell>(result).message.empty());
    CHECK(std::get<faktum::Farewell>(result).output.empty());
  }
  for (const auto& wrong :
       std::vector<std::vector<const char*>>{{"-f", "xml"},
                                             {"-d", "heute"},
                                             {"--offsets", "x"},
                                             {"--input-format", "x"},
                                             {"-f", "csv", "--with-text"},
                                             {"--strict", "--allow-failures"}}) {
    const auto result = faktum::resolve(flags(wrong), {});
    REQUIRE_FALSE(result);
    CHECK(result.errors().front().code == "usage");
  }
}

TEST_CASE("help needs nothing else to be right") {
  const auto result = parsed({"--help", "-r", "nowhere"});
  REQUIRE(std::holds_alternative<faktum::Farewell>(result));
  CHECK(std::get<faktum::Farewell>(result).status == 0);
  CHECK(std::get<faktum::Farewell>(result).output.find("Examples:") != std::string::npos);
}

TEST_CASE("fields: an option wins over the preset, which wins over the usual names") {
  CHECK(plan({}).input.fields.text == "text");
  const auto fields = plan({"--preset", "news-please", "--id-field", "nr"}).input.fields;
  CHECK(fields.text == "maintext");
  CHECK(fields.date == "date_publish");
  CHECK(fields.id == "nr");
}

TEST_CASE("tables and sizes") {
  const auto input = plan({"--delimiter", "tab", "--quote", "none", "--no-header", "--text-field",
                           "2", "--max-document-size", "3M"})
                         .input;
  CHECK(input.table.delimiter == '\t');
  CHECK(!input.table.quote);
  CHECK(!input.table.header);
  CHECK(input.fields.id.empty());
  CHECK(input.max_document_size == 3 << 20);
  const auto refused = [](std::vector<const char*> arguments) {
    return !faktum::resolve(flags(std::move(arguments)), {});
  };
  CHECK(refused({"--no-header"}));
  CHECK(refused({"--no-header", "--text-field", "text"}));
  CHECK(refused({"--delimiter", "ab"}));
  CHECK(refused({"--quote", "ä"}));
  CHECK(refused({"--delimiter", "'", "--quote", "'"}));
  CHECK(refused({"--max-document-size", "0"}));
  CHECK(refused({"--max-document-size", "4T"}));
  CHECK(refused({"--input-format", "zip"}));
  CHECK(refused({"--null"}));
  CHECK(refused({"-", "-"}));
  CHECK(refused({"-", "--files-from", "-"}));
}
