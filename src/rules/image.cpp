#include "rules/image.hpp"

#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>
#endif

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <limits>
#include <memory>
#include <numeric>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace faktum {
namespace {

// An image is the size of its arrays, the arrays, and all else: that is read at start but for the
// records of lazy tables, while of the arrays only those pages of memory are touched that are used.
constexpr std::size_t alignment = 16;
constexpr std::uint8_t long_size = 0xFF;    // a size in four bytes follows
constexpr std::uint32_t unknown_place = 0;  // to be written later

template <typename T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

template <typename T>
concept HasParts = requires(T& item) {
  item.parts([](auto&&) {});
};

// What is made of parts: the same for writing and reading.
template <typename Self>
class Composite {
 public:
  template <Plain T, std::size_t N>
  void operator()(std::array<T, N>& values) {
    for (T& value : values) self()(value);
  }
  template <typename A, typename B>
  void operator()(std::pair<A, B>& items) {
    self()(items.first);
    self()(items.second);
  }
  template <HasParts T>
  void with_parts(T& item) {
    item.parts([&](auto&& member) { self()(member); });
  }
  template <typename T>
  void operator()(Rows<T>& rows) {
    self()(rows.first);
    self()(rows.items);
  }

 private:
  Self& self() { return static_cast<Self&>(*this); }
};

// How often something of the image is used in a sample.
struct Usage {
  std::uint64_t tried = 0;
  std::uint64_t matched = 0;

  static const Usage of_all;  // of what every text uses
};
constexpr Usage Usage::of_all{std::numeric_limits<std::uint64_t>::max(),
                              std::numeric_limits<std::uint64_t>::max()};

class ImageWriter : public Composite<ImageWriter> {
 public:
  using Composite::operator();

  template <Plain T>
  void operator()(const T& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  template <HasParts T>
  void operator()(T& item) {
    with_parts(item);
  }
  void operator()(std::string_view text) {
    size(text.size());
    bytes_ += text;
  }
  void operator()(const std::string& text) { (*this)(std::string_view(text)); }
  template <typename T>
  void operator()(std::vector<T>& items) {
    size(items.size());
    for (T& item : items) (*this)(item);
  }
  template <typename T>
  void operator()(Array<T>& items) {
    const std::size_t bytes = items.size() * sizeof(T);
    size(items.size());
    store({reinterpret_cast<const char*>(items.data()), bytes}, bytes >= (1U << 16) ? Use::seldom
                                                                : on_match_         ? Use::on_match
                                                                                    : Use::often);
  }
  template <typename T>
  void operator()(OnMatch<T>& rest) {
    on_match_ = true;
    (*this)(rest.item);
    on_match_ = false;
  }
  // Records of which the reader reads those that are asked for; `write(i)` writes one. Those used
  // most come first.
  template <typename Write>
  void lazily(std::span<const Usage> usage, Write write) {
    std::vector<std::uint32_t> order(usage.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::uint32_t i) { return usage[i].tried; });
    const std::size_t end_at = bytes_.size();
    (*this)(unknown_place);
    std::vector<std::uint32_t> begins(usage.size());
    for (const std::uint32_t i : order) {
      begins[i] = static_cast<std::uint32_t>(bytes_.size());
      usage_ = usage[i];
      write(i);
    }
    usage_ = Usage::of_all;
    const auto end = static_cast<std::uint32_t>(bytes_.size());
    std::memcpy(bytes_.data() + end_at, &end, sizeof end);
    Array<std::uint32_t> places(std::move(begins));
    (*this)(places);
  }
  // A text that few runs read.
  void aside(std::string_view text) {
    size(text.size());
    store(text, Use::hardly);
  }

  // Most are small.
  void size(std::size_t value) {
    if (value < long_size) {
      (*this)(static_cast<std::uint8_t>(value));
    } else {
      (*this)(long_size);
      (*this)(static_cast<std::uint32_t>(value));
    }
  }

  std::string take() && {
    std::ranges::stable_sort(arrays_, [](const Stored& a, const Stored& b) {
      return a.use != b.use ? a.use < b.use : a.times_used > b.times_used;
    });
    std::string image(alignment, '\0');
    for (const Stored& array : arrays_) {
      const auto place = static_cast<std::uint32_t>(image.size() - alignment);
      std::memcpy(bytes_.data() + array.place_at, &place, sizeof place);
      image += array.bytes;
      image.resize((image.size() + alignment - 1) / alignment * alignment, '\0');
    }
    const auto size = static_cast<std::uint64_t>(image.size() - alignment);
    std::memcpy(image.data(), &size, sizeof size);
    return image + bytes_;
  }

 private:
  // The system maps 64 KB around each byte that is read: large tables, of which a text reads
  // little, do not lie between small ones, nor what is seldom read between the rest.
  enum class Use : std::uint8_t { often, on_match, seldom, hardly };

  struct Stored {
    std::size_t place_at;  // where in bytes_ the place of the array is written
    std::string bytes;
    Use use;
    std::uint64_t times_used;
  };

  void store(std::string_view bytes, Use use) {
    arrays_.push_back({bytes_.size(), std::string(bytes), use,
                       use == Use::on_match ? usage_.matched : usage_.tried});
    (*this)(unknown_place);
  }

  std::string bytes_;
  std::vector<Stored> arrays_;
  bool on_match_ = false;  // whether what is written is OnMatch
  Usage usage_ = Usage::of_all;
};

class ImageReader : public Composite<ImageReader> {
 public:
  using Composite::operator();

  explicit ImageReader(std::string_view image) {
    std::uint64_t size = 0;
    std::memcpy(&size, image.data(), sizeof size);
    arrays_ = image.substr(alignment, size);
    image_ = image.substr(alignment + size);
  }

  template <Plain T>
  void operator()(T& value) {
    std::memcpy(&value, image_.data() + at_, sizeof value);
    at_ += sizeof value;
  }
  template <HasParts T>
  void operator()(T& item) {
    with_parts(item);
  }
  void operator()(std::string_view& text) {
    const std::size_t length = size();
    text = image_.substr(at_, length);
    at_ += length;
  }
  void operator()(std::string& text) {
    std::string_view view;
    (*this)(view);
    text = view;
  }
  template <typename T>
  void operator()(std::vector<T>& items) {
    items.resize(size());
    for (T& item : items) (*this)(item);
  }
  template <typename T>
  void operator()(Array<T>& items) {
    const std::size_t count = size();
    items = Array<T>({reinterpret_cast<const T*>(arrays_.data() + place()), count});
  }

  template <typename T>
  void operator()(OnMatch<T>& rest) {
    (*this)(rest.item);
  }

  template <typename T>
  void operator()(LazyTable<T>& table) {
    table = lazily<T>([](ImageReader& part, std::size_t) {
      auto item = std::make_unique<T>();
      part(*item);
      return item;
    });
  }
  // `read(part, i)` reads a record.
  template <typename T, typename Read>
  LazyTable<T> lazily(Read read) {
    at_ = place();
    Array<std::uint32_t> begins;
    (*this)(begins);
    const auto make = [from = *this, begins = begins.view(), read](std::size_t i) {
      ImageReader part = from;
      part.at_ = begins[i];
      return read(part, i);
    };
    return LazyTable<T>(begins.size(), make);
  }
  void aside(std::string_view& text) {
    const std::size_t length = size();
    text = arrays_.substr(place(), length);
  }

  std::size_t size() {
    std::uint8_t number = 0;
    (*this)(number);
    return number == long_size ? place() : number;
  }

  // What has been read, which nobody reads again but for a few words.
  [[nodiscard]] std::string_view done() const { return image_.substr(0, at_); }

 private:
  std::size_t place() {
    std::uint32_t number = 0;
    (*this)(number);
    return number;
  }

  std::string_view image_;  // without the arrays
  std::size_t at_ = 0;
  std::string_view arrays_;
};

template <typename Part>
void rule_parts(RuleSpec& rule, Part& part) {
  for (std::string* text :
       {&rule.name, &rule.kind, &rule.list, &rule.named_list, &rule.named_column, &rule.yields_to,
        &rule.not_word_before, &rule.also_after, &rule.not_also_after, &rule.trim_to,
        &rule.place.file}) {
    part(*text);
  }
  for (auto* texts : {&rule.names, &rule.cut_end, &rule.trim, &rule.sentence, &rule.not_sentence,
                      &rule.document, &rule.not_document, &rule.recall}) {
    part(*texts);
  }
  auto& [before, after, not_before, not_after, extend] = rule.neighbour_atoms;
  for (auto* atoms : {&before, &after, &not_before, &not_after, &extend}) part(*atoms);
  part(rule.value);
  part(rule.ambiguous);
  part(rule.beside);
  part(rule.capitals);
  part(rule.nearly_plain);
  part(rule.edges);
  part(rule.priority);
  part(rule.set);
  part(rule.place.line);
  part(rule.place.column);
}

// Only patterns without an automaton are asked whether they may match.
void drop_unasked_atoms(const Rule& rule, RuleSpec::NeighbourAtoms& atoms) {
  const auto drop = [](const Pattern& pattern, std::vector<std::string>& unasked) {
    if (pattern.automata() != nullptr) unasked.clear();
  };
  drop(rule.before, atoms.before);
  drop(rule.after, atoms.after);
  drop(rule.not_before, atoms.not_before);
  drop(rule.not_after, atoms.not_after);
  drop(rule.extend, atoms.extend);
}

template <typename Sources, typename Part>
void source_parts(Sources& sources, Part& part) {
  for (auto* source : {&sources.pattern, &sources.extend, &sources.before, &sources.after,
                       &sources.not_before, &sources.not_after}) {
    part.aside(*source);
  }
}

template <typename Part>
void trigger_parts(Triggers& triggers, Part& part) {
  part(triggers.prefilter);
  part(triggers.endings);
  part(triggers.more_sets);
  part(triggers.looked_at);
  part(triggers.spellings);
  part(triggers.letters);
  part(triggers.words);
  part(triggers.always);
  part(triggers.sets_of);
  part(triggers.rules);
  part(triggers.sets);
  part(triggers.document_words);
  part(triggers.wanted);
  part(triggers.unwanted);
}

template <typename Part>
void list_parts(ListIndex& index, Part& part) {
  part(index.list.name);
  part(index.files);
  part(index.list.columns);
  part(index.first_cells);
  part(index.cells);
  part(index.number);
  part(index.plain);
  part(index.ambiguous);
}

// Lets the system take the whole pages of memory that the bytes of the program's file fill; it maps
// them again where they are read again.
void give_back(std::string_view bytes) {
#ifdef __linux__
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t before = reinterpret_cast<std::uintptr_t>(bytes.data()) % page;
  bytes.remove_prefix(std::min(bytes.size(), (page - before) % page));
  const std::size_t size = bytes.size() / page * page;
  if (size > 0) ::madvise(const_cast<char*>(bytes.data()), size, MADV_DONTNEED);
#endif
}

void write_rule(Rule& rule, const CompiledRules& rules, ImageWriter& part) {
  RuleSpec spec = rule.spec;
  drop_unasked_atoms(rule, spec.neighbour_atoms);
  rule_parts(spec, part);
  source_parts(spec, part);
  rule.each_pattern([&](const Pattern& pattern, PatternUse) {
    part(rules.automata->number_of(pattern.automata()));
  });
  part(rule.entries);
}

std::unique_ptr<Rule> read_rule(ImageReader& part, std::uint32_t index,
                                const CompiledRules& rules) {
  RuleSpec spec;
  rule_parts(spec, part);
  PatternSources sources;
  source_parts(sources, part);
  auto rule = std::make_unique<Rule>(std::move(spec), &sources);
  rule->index = index;
  rule->each_pattern([&](Pattern& pattern, PatternUse) {
    std::uint32_t number = 0;
    part(number);
    pattern.use(rules.automata->find(number));
  });
  part(rule->entries);
  Errors none;  // these rules were linked before
  link_rule(rules, *rule, none);
  return rule;
}

using WordRows = std::vector<
    std::pair<std::string, std::vector<std::pair<std::string, std::vector<std::string>>>>>;

}  // namespace

std::string write_image(CompiledRules& rules, const MatchProfile& usage) {
  ImageWriter part;
  WordRows words;
  for (const auto& [name, table] : rules.words.phrases()) {
    words.emplace_back(name, decltype(words)::value_type::second_type(table.begin(), table.end()));
  }
  part(words);
  part.size(rules.lists.size());
  for (ListIndex& index : rules.lists) list_parts(index, part);
  part(rules.names);
  trigger_parts(rules.triggers, part);
  part(rules.kinds);
  part(rules.kind_of);
  std::vector<Usage> of_rules;
  std::vector<Usage> of_automata;
  for (const Rule& rule : rules.rules) {
    const RuleCost& cost = usage[rule.index];
    const Usage of_rule = of_rules.emplace_back(Usage{cost.tried, cost.candidates});
    rule.each_pattern([&](const Pattern& pattern, PatternUse) {
      if (pattern.automata() == nullptr) return;
      const std::uint32_t number = rules.automata->number_of(pattern.automata());
      of_automata.resize(std::max<std::size_t>(of_automata.size(), number + 1));
      of_automata[number].tried += of_rule.tried;
      // A list's rules have no pattern to match before the others are asked.
      of_automata[number].matched += rule.list == nullptr ? of_rule.matched : of_rule.tried;
    });
  }
  rules.automata->parts([&]<typename T>(T& member) {
    if constexpr (std::is_same_v<T, LazyTable<PatternAutomata>>) {
      part.lazily(of_automata, [&](std::size_t i) { part(member[i]); });
    } else {
      part(member);
    }
  });
  part.lazily(of_rules, [&](std::size_t i) { write_rule(rules.rules[i], rules, part); });
  return std::move(part).take();
}

Result<std::shared_ptr<CompiledRules>> read_image(std::string_view image,
                                                  const CompileOptions& options) {
  auto rules = std::make_shared<CompiledRules>();
  ImageReader part(image);
  WordRows words;
  part(words);
  Phrases phrases;
  for (auto& [name, table] : words) {
    auto& keys = phrases[std::move(name)];
    for (auto& [key, texts] : table) keys.emplace(std::move(key), std::move(texts));
  }
  rules->words = WordTables(std::move(phrases));
  for (std::size_t lists = part.size(); lists > 0; --lists) {
    list_parts(rules->lists.emplace_back(), part);
  }
  part(rules->names);
  trigger_parts(rules->triggers, part);
  part(rules->kinds);
  part(rules->kind_of);
  rules->automata = std::make_shared<Automata>();
  part(*rules->automata);
  // The table, and so whoever asks it, is a part of the rules.
  rules->rules = part.lazily<Rule>([of = rules.get()](ImageReader& record, std::size_t i) {
    return read_rule(record, static_cast<std::uint32_t>(i), *of);
  });
  Errors errors;
  choose_kinds(*rules, options.kinds, errors);
  if (!errors.empty()) return errors;
  if (!options.prefilter) rules->triggers = Triggers::of(rules->rules, false);
  give_back(part.done());
  return rules;
}

}  // namespace faktum
