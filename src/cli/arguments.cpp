#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>

#include "cli/near_match.hpp"

namespace faktum {
namespace {

constexpr const char* description =
    "Finds companies, chips, percentages, dates and money in German tech articles.";

constexpr const char* examples = R"(Examples:
  faktum artikel.txt                        a listing on a terminal, JSON lines into a pipe
  faktum -f json --context artikel.txt      indented JSON, each fact with its sentence
  faktum -k money,percent -f csv *.txt      only some kinds, as a table
  cat articles.jsonl | faktum | jq .facts   one object with "id" and "text" a line
  faktum -f html -o f.html artikel.txt      the text as a page, its facts marked
  faktum --with-text seite.html             the article on a page, and the text that offsets refer to
  faktum -r my.toml artikel.txt             rules of your own beside the built-in ones
  faktum --resume j -o facts.jsonl a.jsonl  can be killed and started again
  faktum --shard 0/8 archive.jsonl          the first of eight shares
  faktum explain --at "Meta" artikel.txt    why this is found or not
  faktum rules test my.toml                 run the examples that rules carry

Exit status: 0 all documents done, 1 some failed, 2 wrong usage or broken rules,
130 or 143 interrupted by Ctrl-C or SIGTERM.)";

constexpr const char* explain_examples = R"(Examples:
  faktum explain artikel.txt                each fact, its rule, and what lost to it
  faktum explain --at "Meta" artikel.txt    wherever this stands: what was found, or why nothing
  faktum explain --at 1034 artikel.txt      at an offset in code points, as `start` gives it
  faktum explain --at '"4090"' artikel.txt  a number as a string, by quotation marks of its own
  faktum explain --id a17 -f json articles.jsonl

Without --at candidates are explained, with it also the matches that a rule refused.)";

constexpr const char* profile_columns = R"(Columns, one line a rule, the dearest first:
  tried       sentences that its pattern searched (the literals of the prefilter spare the others),
              or names of its list that it looked at
  candidates  mentions it proposed
  verified    those whose groups were read, as they would win
  facts       those that stood
  us/MB       microseconds of searching, reading groups and making values for each MB of text)";

// An empty value is a variable that was never set, and not an option left out: a job that takes all
// documents instead of its share.
std::string not_empty(const std::string& value) {
  return value.empty() ? "its value is empty (is a variable unset?)" : "";
}

void add_rule_options(CLI::App& app, Flags& flags) {
  app.add_option("-r,--rules", flags.rules, "add a rule file, a list or a folder of them")
      ->type_name("PATH")
      ->allow_extra_args(false);
  app.add_flag("--no-builtin", flags.no_builtin, "leave the built-in rules out");
  app.add_flag("--no-prefilter", flags.no_prefilter)->group("");
}

void add_kinds(CLI::App& app, Flags& flags) {
  app.add_option("-k,--kinds", flags.kinds, "only these kinds, separated by commas")
      ->type_name("LIST")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void add_input_options(CLI::App& app, Flags& flags) {
  app.add_option("-d,--date", flags.date, "publication date where a document names none")
      ->type_name("YYYY-MM-DD");
  app.add_option("--input-format", flags.input_format,
                 "auto (by name and bytes), text, html, json, jsonl, csv, tsv, timeml or warc")
      ->type_name("FORMAT");
  app.add_option(
         "--encoding", flags.encoding,
         "of the input: auto (told by mark, declaration and bytes), UTF-8, windows-1252, ...")
      ->type_name("NAME");
  app.add_option("--preset", flags.preset,
                 "fields as news-please, wikiextractor or trafilatura names them")
      ->type_name("NAME");
  app.add_option("--id-field", flags.id_field, "field or column of the id")->type_name("NAME");
  app.add_option("--text-field", flags.text_field, "field or column of the text")
      ->type_name("NAME");
  app.add_option("--date-field", flags.date_field, "field or column of the date")
      ->type_name("NAME");
  app.add_option("--title-field", flags.title_field, "field or column of the title")
      ->type_name("NAME");
  app.add_option("--delimiter", flags.delimiter, "between cells: CSV has a comma, TSV a tab")
      ->type_name("CHAR");
  app.add_option("--quote", flags.quote, "around cells, or none (default: \")")->type_name("CHAR");
  app.add_flag("--no-header", flags.no_header, "the first row is no header; columns are numbers");
  app.add_option("--files-from", flags.files_from, "read the paths in FILE, too, one a line")
      ->type_name("FILE");
  app.add_flag("-0,--null", flags.null_separated, "the paths in FILE end with NUL");
  app.add_option("--max-document-size", flags.max_document_size,
                 "documents whose file, line or row is longer fail (default: 64M, at most 2G)")
      ->type_name("BYTES");
}

void add_explain_options(CLI::App& app, Flags& flags) {
  app.footer(explain_examples);
  app.add_option("PATH", flags.paths,
                 "files, folders and archives; none or - reads standard input");
  app.add_option("--at", flags.at, "only there: an offset in code points, or a string of the text")
      ->type_name("PLACE");
  app.add_option("--id", flags.only_id, "only the document with this id")->type_name("ID");
  app.add_option("-f,--format", flags.format, "text or json")->type_name("FORMAT");
  add_kinds(app, flags);
  add_rule_options(app, flags);
  add_input_options(app, flags);
}

void add_extract_options(CLI::App& app, Flags& flags) {
  app.add_option("PATH", flags.paths,
                 "files, folders and archives; none or - reads standard input");
  add_kinds(app, flags);
  add_rule_options(app, flags);
  app.add_option(
         "-f,--format", flags.format,
         "auto, json, jsonl, facts, csv, tsv, html or text (auto: text on a terminal, else jsonl)")
      ->type_name("FORMAT");
  app.add_option("-o,--output", flags.output, "write here, complete or not at all")
      ->type_name("FILE");
  app.add_option("-j,--jobs", flags.jobs, "threads; the output is the same (default: all cores)")
      ->type_name("N");
  add_input_options(app, flags);
  app.add_flag("--keep-fields", flags.keep_fields,
               "carry other fields or columns through, unless a key of the output has their name");
  app.add_flag("--context", flags.context, "add each fact's sentence");
  app.add_flag("--with-text", flags.with_text, "add the text that the offsets refer to");
  app.add_option("--offsets", flags.offsets, "unit of start and end: codepoint, byte or utf16")
      ->type_name("UNIT");
  app.add_flag("--allow-failures", flags.allow_failures, "failed documents leave the status at 0");
  app.add_flag("--strict", flags.strict, "stop at the first document that fails");
  app.add_option("--progress", flags.progress,
                 "auto, always or never: documents, speed and time left on standard error")
      ->type_name("WHEN");
  app.add_option("--resume", flags.journal,
                 "note in this file what is done; a run that was cut off goes on from there")
      ->type_name("JOURNAL");
  app.add_option("--shard", flags.shard, "only share I of N, 0 to N-1, by the documents' ids")
      ->type_name("I/N");
}

void refuse_empty_values(CLI::App& app) {
  for (CLI::Option* option : app.get_options()) {
    if (option->get_type_size() > 0) option->check(not_empty);
  }
  for (CLI::App* command : app.get_subcommands(nullptr)) refuse_empty_values(*command);
}

// What stands before a command and is none of its options would have no effect.
std::string misplaced(const CLI::App& app, const CLI::App& command) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->count() == 0) continue;
    const bool is_known =
        !option->get_positional() && command.get_option_no_throw(option->get_name()) != nullptr;
    if (is_known) continue;
    return (option->get_positional() ? option->results().front() : option->get_name()) +
           " before " + command.get_name() + " has no effect; leave it out, or see " +
           command.get_name() + " --help";
  }
  return "";
}

bool is_neutral(const CLI::Option& option) {
  constexpr std::array<std::string_view, 7> neutral = {
      "--help", "--rules", "--jobs", "--allow-failures", "--strict", "--progress", "--resume"};
  return std::find(neutral.begin(), neutral.end(), option.get_name()) != neutral.end();
}

// Options that change neither output nor input, and --rules, whose content counts, are left out.
void note_given(const CLI::App& app, Flags& flags) {
  for (const CLI::Option* option : app.get_options()) {
    if (option->count() == 0 || is_neutral(*option)) continue;
    flags.given.emplace_back(option->get_name(), option->results());
  }
}

// The options of a command are made when it is named: most runs name none.
void when_named(CLI::App& command, Flags& flags, void (*add)(CLI::App&, Flags&)) {
  command.preparse_callback([&command, &flags, add](std::size_t) {
    add(command, flags);
    refuse_empty_values(command);
  });
}

struct RulesCommand {
  const char* name;
  Command command;
  const char* does;
};
constexpr std::array<RulesCommand, 5> rules_commands = {{
    {"list", Command::rules_list, "name, kind and place of every rule"},
    {"show", Command::rules_show, "one rule as it is written and as it is applied"},
    {"check", Command::rules_check, "say all that is wrong with the rules, and what looks so"},
    {"test", Command::rules_test, "run the examples and rejects of the rules"},
    {"profile", Command::rules_profile, "what each rule costs on articles"},
}};

void add_rules_commands(CLI::App& rules, Flags& flags) {
  for (const auto& [name, id, does] : rules_commands) {
    CLI::App& command = *rules.add_subcommand(name, does);
    if (id == Command::rules_show) {
      command.add_option("NAME", flags.rule_name, "the rule's name")->required();
    } else if (id == Command::rules_check) {
      command.add_option("PATH", flags.paths, "rule files beside the built-in ones");
      command.add_flag("--strict", flags.strict, "warnings make the exit status 1");
    } else if (id == Command::rules_test) {
      command.add_option("PATH", flags.paths, "only the rules of these files");
    } else if (id == Command::rules_profile) {
      command.add_option("PATH", flags.paths, "articles; none or - reads standard input");
      command.footer(profile_columns);
      add_kinds(command, flags);
      add_input_options(command, flags);
    }
    add_rule_options(command, flags);
  }
}

void add_score_options(CLI::App& score, Flags& flags) {
  score.add_option("GOLD", flags.paths, "annotated files")->required();
  score.add_flag("--errors", flags.list_errors, "list what was missed, wrong or false");
  score.add_option("-f,--format", flags.format, "text or json")->type_name("FORMAT");
  add_kinds(score, flags);
  add_rule_options(score, flags);
}

// The deepest command that was named.
const CLI::App& innermost(const CLI::App& app) {
  const auto named = app.get_subcommands();
  return named.empty() ? app : innermost(*named.front());
}

std::string unexpected(const CLI::App& app, const std::string& argument) {
  std::vector<std::string> known;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty()) continue;
    for (const std::string& name : option->get_lnames()) known.push_back("--" + name);
  }
  std::string message = argument.starts_with("-") ? "unknown option " : "unexpected argument ";
  message += argument;
  if (const auto near = near_match(argument, known))
    return message + "; did you mean " + *near + "?";
  return message + "; --help lists what there is";
}

}  // namespace

std::variant<Flags, Farewell> parse_arguments(int argc, const char* const* argv) {
  Flags flags;
  CLI::App app(description, "faktum");
  app.footer(examples);
  app.set_version_flag("--version", "faktum " FAKTUM_VERSION);
  add_extract_options(app, flags);
  CLI::App& explain = *app.add_subcommand("explain", "why the facts of a text are what they are");
  when_named(explain, flags, add_explain_options);
  CLI::App& rules = *app.add_subcommand("rules", "list, show, check, test or profile the rules");
  when_named(rules, flags, add_rules_commands);
  CLI::App& score =
      *app.add_subcommand("score", "precision, recall and F1 against annotated JSONL");
  when_named(score, flags, add_score_options);
  const CLI::App& schema = *app.add_subcommand("schema", "JSON Schema of the output");
  refuse_empty_values(app);

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForVersion& version) {
    return Farewell{0, std::string(version.what()) + "\n", ""};
  } catch (const CLI::CallForHelp&) {
    return Farewell{0, app.help(), ""};
  } catch (const CLI::ExtrasError&) {
    const CLI::App& named = innermost(app);
    const auto left = app.remaining(true);
    return Farewell{2, "", unexpected(named, left.empty() ? "" : left.front())};
  } catch (const CLI::ParseError& error) {
    return Farewell{2, "", std::string(error.what()) + "; --help says more"};
  }
  if (const CLI::App& command = innermost(app); &command != &app) {
    if (auto message = misplaced(app, command); !message.empty()) {
      return Farewell{2, "", std::move(message)};
    }
  }
  note_given(app, flags);
  if (rules.parsed() && rules.get_subcommands().empty()) {
    return Farewell{2, "", "rules needs a command: list, show NAME, check, test or profile"};
  }
  for (const CLI::App* named : rules.get_subcommands()) {
    flags.command =
        std::ranges::find(rules_commands, named->get_name(), &RulesCommand::name)->command;
  }
  if (explain.parsed()) flags.command = Command::explain;
  if (score.parsed()) flags.command = Command::score;
  if (schema.parsed()) flags.command = Command::schema;
  return flags;
}

}  // namespace faktum
