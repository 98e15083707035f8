#include "rules/parse.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <sstream>

#include "rules/toml.hpp"
#include "values/iso_date.hpp"

namespace faktum {
namespace {

using nlohmann::ordered_json;

// Value shapes by name; the first five are also the built-in kinds.
constexpr std::array<std::pair<std::string_view, ValueType>, 8> value_names{{
    {"company", ValueType::company},
    {"chip", ValueType::chip},
    {"date", ValueType::date},
    {"money", ValueType::money},
    {"number", ValueType::number},
    {"name", ValueType::name},
    {"groups", ValueType::groups},
    {"nothing", ValueType::nothing},
}};

std::optional<ValueType> value_type_named(std::string_view name) {
  for (const auto& [known, type] : value_names) {
    if (known == name) return type;
  }
  return std::nullopt;
}

std::optional<ValueType> builtin_value_of(std::string_view kind) {
  if (kind == "percent") return ValueType::number;
  if (kind == "company" || kind == "chip" || kind == "date" || kind == "money") {
    return value_type_named(kind);
  }
  return std::nullopt;
}

bool is_identifier(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

ordered_json to_json(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return number->get();
  if (const auto* number = node.as_floating_point()) return number->get();
  if (const auto* flag = node.as_boolean()) return flag->get();
  if (const auto* array = node.as_array()) {
    ordered_json json = ordered_json::array();
    for (const auto& element : *array) json.push_back(to_json(element));
    return json;
  }
  if (const auto* table = node.as_table()) {
    ordered_json json = ordered_json::object();
    for (const auto& [key, value] : *table) json[std::string(key.str())] = to_json(value);
    return json;
  }
  std::ostringstream text;  // a date or time
  node.visit([&](const auto& element) {
    if constexpr (!toml::is_container<decltype(element)>) text << element.get();
  });
  return text.str();
}

class Parser {
 public:
  Parser(const std::string& name, RuleFile& file, Errors& errors)
      : name_(name), file_(file), errors_(errors) {}

  void parse(const toml::table& root) {
    for (const auto& [key, node] : root) {
      if (key == "kind") {
        read(node, "kind", kind_);
      } else if (key == "value") {
        read(node, "value", value_);
      } else if (key == "fragments") {
        parse_fragments(node);
      } else if (key == "words") {
        parse_words(node);
      } else if (key != "rule") {
        unknown_key(key, "a rule file has kind, value, fragments, words and rule");
      }
    }
    const toml::node* rules = root.get("rule");
    if (rules == nullptr) return;
    resolve_kind(root);
    const toml::array* array = rules->as_array();
    if (array == nullptr) {
      fail("rule.type", "'rule' must be an array of tables: write [[rule]]", *rules, "rule");
      return;
    }
    for (const auto& node : *array) {
      if (const auto* table = node.as_table()) {
        parse_rule(*table);
      } else {
        fail("rule.type", "a rule must be a table: write [[rule]]", node, "rule");
      }
    }
  }

 private:
  Place place_of(const toml::source_region& source) const {
    return {name_, source.begin.line, source.begin.column};
  }

  void fail(std::string code, std::string message, const toml::node& node, std::string piece) {
    errors_.push_back(
        {std::move(code), std::move(message), place_of(node.source()), std::move(piece)});
  }

  void unknown_key(const toml::key& key, std::string hint) {
    errors_.push_back({"rule.unknown_key",
                       "unknown key '" + std::string(key.str()) + "'; " + std::move(hint),
                       place_of(key.source()), std::string(key.str())});
  }

  void read(const toml::node& node, std::string_view key, std::string& out) {
    if (const auto* text = node.as_string()) {
      out = text->get();
    } else {
      fail("rule.type", "'" + std::string(key) + "' must be a string", node, std::string(key));
    }
  }

  void read(const toml::node& node, std::string_view key, std::vector<std::string>& out) {
    const auto* array = node.as_array();
    if (array != nullptr && array->is_homogeneous<std::string>()) {
      for (const auto& element : *array) out.push_back(element.as_string()->get());
    } else if (array == nullptr || !array->empty()) {
      fail("rule.type", "'" + std::string(key) + "' must be an array of strings", node,
           std::string(key));
    }
  }

  void read(const toml::node& node, std::string_view key, bool& out) {
    if (const auto* truth = node.as_boolean()) {
      out = truth->get();
    } else {
      fail("rule.type", "'" + std::string(key) + "' must be true or false", node, std::string(key));
    }
  }

  // Behind an error the rules are read nevertheless, for theirs; a wrong kind is as none.
  void resolve_kind(const toml::table& root) {
    if (kind_.empty()) {
      fail("rule.kind", "a file with rules names their kind: kind = \"percent\"", root, "");
    } else if (!is_identifier(kind_)) {
      fail("rule.kind", "a kind is written in small letters, digits and _", *root.get("kind"),
           kind_);
      kind_.clear();
    }
    const auto builtin = builtin_value_of(kind_);
    value_type_ = builtin.value_or(ValueType::groups);
    if (value_.empty()) return;
    const auto wanted = value_type_named(value_);
    if (!wanted) {
      fail("rule.value",
           "unknown value '" + value_ +
               "'; known are company, chip, date, money, number, name, groups and nothing",
           *root.get("value"), value_);
    } else if (builtin && *wanted != *builtin) {
      fail("rule.value", "the kind '" + kind_ + "' has a value of its own; leave 'value' out",
           *root.get("value"), value_);
    } else {
      value_type_ = *wanted;
    }
  }

  void parse_fragments(const toml::node& node) {
    const auto* table = node.as_table();
    if (table == nullptr) {
      fail("rule.type", "'fragments' must be a table: write [fragments]", node, "fragments");
      return;
    }
    for (const auto& [key, value] : *table) {
      const std::string name(key.str());
      if (!is_identifier(name)) {
        fail("rule.fragment", "a fragment's name is written in small letters, digits and _", value,
             name);
      }
      FragmentSource fragment{"", place_of(value.source())};
      read(value, name, fragment.text);
      file_.fragments.emplace(name, std::move(fragment));
    }
  }

  void parse_words(const toml::node& node) {
    const auto* groups = node.as_table();
    if (groups == nullptr) {
      fail("rule.type", "'words' holds tables: write [words.modifier]", node, "words");
      return;
    }
    for (const auto& [group, keys] : *groups) {
      const auto* table = keys.as_table();
      if (table == nullptr) {
        fail("rule.type", "'words' holds tables: write [words.modifier]", keys,
             std::string(group.str()));
        continue;
      }
      for (const auto& [key, phrases] : *table) {
        const std::pair name(std::string(group.str()), std::string(key.str()));
        auto& texts = file_.words[name.first][name.second];
        read(phrases, key.str(), texts);
        if (std::erase(texts, "") > 0) {
          fail("rule.words", "a phrase of '" + name.second + "' is empty", phrases, name.second);
        }
        file_.word_places[name] = place_of(phrases.source());
      }
    }
  }

  void parse_example(const toml::node& node, RuleSpec& rule) {
    const auto* table = node.as_table();
    if (table == nullptr) {
      fail("rule.example", "an example is written { text = \"…\", finds = \"…\" }", node,
           "examples");
      return;
    }
    Example example;
    for (const auto& [key, value] : *table) {
      if (key == "text") {
        read(value, "text", example.text);
      } else if (key == "finds") {
        read(value, "finds", example.finds);
      } else if (key == "published") {
        read(value, "published", example.published);
        if (!example.published.empty() && !parse_iso_date(example.published)) {
          fail("rule.example", "'published' is a day, written as 2024-08-01", value,
               example.published);
        }
      } else if (key == "value" && value.is_table()) {
        example.value = to_json(value).dump();
      } else if (key == "value") {
        fail("rule.type", "an example's 'value' must be a table", value, "value");
      } else {
        unknown_key(key, "an example has text, finds, value and published");
      }
    }
    if (example.finds.empty() || example.text.find(example.finds) == std::string::npos) {
      fail("rule.example", "an example needs 'finds', a part of its 'text'", node, example.finds);
    }
    rule.examples.push_back(std::move(example));
  }

  void parse_named(const toml::node& node, RuleSpec& rule) {
    const auto* table = node.as_table();
    const auto* list = table == nullptr ? nullptr : table->get("list");
    const auto* column = table == nullptr ? nullptr : table->get("column");
    if (list == nullptr || column == nullptr || table->size() != 2) {
      fail("rule.type",
           "'named' must be a table: named = { list = \"companies\", column = \"vendor\" }", node,
           "named");
      return;
    }
    read(*list, "list", rule.named_list);
    read(*column, "column", rule.named_column);
  }

  void parse_set(const toml::node& node, RuleSpec& rule) {
    const auto* table = node.as_table();
    if (table == nullptr) {
      fail("rule.type", "'set' must be a table of strings: set = { unit = \"percent\" }", node,
           "set");
      return;
    }
    for (const auto& [key, value] : *table) {
      std::string text;
      read(value, key.str(), text);
      rule.set.emplace_back(std::string(key.str()), std::move(text));
    }
  }

  void parse_key(const toml::key& key, const toml::node& node, RuleSpec& rule) {
    const std::array<std::pair<std::string_view, std::string*>, 14> texts{
        {{"name", &rule.name},
         {"pattern", &rule.pattern},
         {"list", &rule.list},
         {"extend", &rule.extend},
         {"yields_to", &rule.yields_to},
         {"trim_to", &rule.trim_to},
         {"not_alone", &rule.not_alone},
         {"before", &rule.before},
         {"after", &rule.after},
         {"not_before", &rule.not_before},
         {"not_word_before", &rule.not_word_before},
         {"also_after", &rule.also_after},
         {"not_also_after", &rule.not_also_after},
         {"not_after", &rule.not_after}}};
    const std::array<std::pair<std::string_view, std::vector<std::string>*>, 8> arrays{
        {{"names", &rule.names},
         {"cut_end", &rule.cut_end},
         {"sentence", &rule.sentence},
         {"not_sentence", &rule.not_sentence},
         {"document", &rule.document},
         {"not_document", &rule.not_document},
         {"recall", &rule.recall},
         {"rejects", &rule.rejects}}};
    const std::array<std::pair<std::string_view, bool*>, 4> truths{
        {{"ambiguous", &rule.ambiguous},
         {"nearly_plain", &rule.nearly_plain},
         {"capitals", &rule.capitals},
         {"beside", &rule.beside}}};
    const std::string_view name = key.str();
    for (const auto& [known, member] : texts) {
      if (known == name) return read(node, name, *member);
    }
    for (const auto& [known, member] : arrays) {
      if (known == name) return read(node, name, *member);
    }
    for (const auto& [known, member] : truths) {
      if (known == name) return read(node, name, *member);
    }
    if (name == "edges") {
      std::string edges;
      read(node, name, edges);
      if (edges == "part") {
        rule.edges = Edges::part;
      } else if (edges == "none") {
        rule.edges = Edges::none;
      } else if (edges != "word") {
        fail("rule.edges", "'edges' is \"word\", \"part\" or \"none\"", node, edges);
      }
    } else if (name == "trim" && node.is_string()) {
      read(node, name, rule.trim.emplace_back());
    } else if (name == "trim") {
      read(node, name, rule.trim);
    } else if (name == "priority" && node.is_integer()) {
      constexpr std::int64_t most = 1000;
      const std::int64_t priority = node.as_integer()->get();
      if (priority < -most || priority > most) {
        fail("rule.priority", "'priority' is a number from -1000 to 1000", node, std::string(name));
      }
      rule.priority = static_cast<int>(std::clamp(priority, -most, most));
    } else if (name == "named") {
      parse_named(node, rule);
    } else if (name == "set") {
      parse_set(node, rule);
    } else if (name == "examples" && node.is_array()) {
      for (const auto& example : *node.as_array()) parse_example(example, rule);
    } else if (name == "priority" || name == "examples") {
      fail("rule.type",
           "'" + std::string(name) + "' must be " +
               (name == "priority" ? "an integer" : "an array of tables"),
           node, std::string(name));
    } else {
      unknown_key(key, "see CONTRIBUTING.md for the keys of a rule");
    }
  }

  void parse_rule(const toml::table& table) {
    RuleSpec rule;
    rule.kind = kind_;
    rule.value = value_type_;
    rule.place = place_of(table.source());
    for (const auto& [key, node] : table) {
      rule.key_places.emplace_back(std::string(key.str()), place_of(node.source()));
      parse_key(key, node, rule);
    }
    rule.ambiguous = rule.ambiguous || rule.nearly_plain;

    if (rule.name.empty()) {
      fail("rule.name", "a rule needs a name: name = \"" + kind_ + ".plain\"", table, "");
    } else if (!kind_.empty() && rule.name.rfind(kind_ + ".", 0) != 0) {
      fail("rule.name", "a rule's name begins with its kind: \"" + kind_ + ".…\"",
           *table.get("name"), rule.name);
    } else {
      rule.place = place_of(table.get("name")->source());
    }
    if (rule.pattern.empty() == rule.list.empty()) {
      fail("rule.pattern", "a rule needs either 'pattern' or 'list'", table, rule.name);
    }
    if (rule.list.empty() &&
        (rule.ambiguous || rule.beside || rule.capitals || !rule.names.empty() ||
         !rule.named_list.empty() || !rule.extend.empty() || !rule.cut_end.empty())) {
      fail("rule.list",
           "'ambiguous', 'nearly_plain', 'beside', 'capitals', 'names', 'named', 'cut_end' and "
           "'extend' go with "
           "'list'",
           table, rule.name);
    }
    file_.rules.push_back(std::move(rule));
  }

  const std::string& name_;
  RuleFile& file_;
  Errors& errors_;
  std::string kind_;
  std::string value_;
  ValueType value_type_ = ValueType::groups;
};

}  // namespace

RuleFile parse_rule_file(std::string_view toml, const std::string& name, Errors& errors) {
  RuleFile file;
  const toml::parse_result parsed = toml::parse(toml, name);
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    errors.push_back({"rule.toml",
                      std::string(error.description()) + "; mend the TOML first",
                      {name, error.source().begin.line, error.source().begin.column},
                      ""});
    return file;
  }
  Parser(name, file, errors).parse(parsed.table());
  return file;
}

}  // namespace faktum
