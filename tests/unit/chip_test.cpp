// What a chip's groups mean, and how names are spelled.
#include "catch.hpp"
#include "values/value_builder.hpp"

namespace {

using faktum::ChipLevel;
using faktum::ChipValue;

const faktum::WordTables& words() {
  static const faktum::WordTables tables(
      faktum::Phrases{{"spelling",
                       {{"any", {"Gen"}},
                        {"NVIDIA", {"GeForce", "RTX", "SUPER", "Ti", "Max-Q"}},
                        {"Jetson", {"Super"}}}},
                      {"series", {{"after", {"Reihe", "Serie"}}}}});
  return tables;
}

using Groups = std::vector<faktum::Group>;

// The value of the first `mention` in `text`.
std::optional<ChipValue> chip(const std::string& text, const std::string& mention,
                              const Groups& groups) {
  faktum::RuleMatch match;
  const std::size_t begin = text.find(mention);
  match.span = {begin, begin + mention.size()};
  match.groups = groups;
  const auto value = faktum::build_chip(match, {text, {0, text.size()}, std::nullopt, &words()});
  if (!value) return std::nullopt;
  return std::get<ChipValue>(*value);
}

std::string model(const std::string& name, const std::string& vendor = "NVIDIA") {
  return chip(name, name, {{"model", name}, {"vendor", vendor}}).value().model;
}

}  // namespace

TEST_CASE("a chip's groups become its value, empty ones nothing") {
  const auto full = chip("Die RTX 4090.", "RTX 4090",
                         {{"model", "GeForce RTX 4090"},
                          {"vendor", "NVIDIA"},
                          {"family", "GeForce RTX"},
                          {"level", "model"}});
  CHECK(full == ChipValue{"NVIDIA", "GeForce RTX", "GeForce RTX 4090", ChipLevel::model});

  const auto bare = chip("Der DX310.", "DX310", {{"model", "DX310"}, {"vendor", ""}});
  CHECK(bare == ChipValue{std::nullopt, std::nullopt, "DX310", ChipLevel::model});
}

TEST_CASE("the model comes from its group, else from the list's name, else from the text") {
  CHECK(chip("Zen-5", "Zen-5", {{"name", "Zen 5"}, {"level", "architecture"}}) ==
        ChipValue{std::nullopt, std::nullopt, "Zen 5", ChipLevel::architecture});
  CHECK(chip("Dimensity", "Dimensity", {{"level", "series"}})->model == "Dimensity");
  CHECK_FALSE(chip("x - y", " - ", {}).has_value());
}

TEST_CASE("words are spelled as their vendor spells them") {
  CHECK(model("Geforce rtx 4070 TI super") == "GeForce RTX 4070 Ti SUPER");
  CHECK(chip("SUPER", "SUPER", {{"vendor", "NVIDIA"}, {"family", "Jetson"}})->model == "Super");
  CHECK(model("Tensor gen 2", "Google") == "Tensor Gen 2");
  CHECK(model("Geforce", "AMD") == "Geforce");
}

TEST_CASE("spaces of all kinds are one, hyphens are spaces unless the name keeps them") {
  CHECK(model("RTX\u00A04090 \u202F Ti\n") == "RTX 4090 Ti");
  CHECK(model("GeForce-RTX-4090") == "GeForce RTX 4090");
  CHECK(model("RTX\u20114090") == "RTX 4090");
  CHECK(model("RTX 2080 Max-Q") == "RTX 2080 Max-Q");
  CHECK(chip("i9\u201114900K", "i9\u201114900K", {{"hyphens", "keep"}})->model == "i9-14900K");
}

TEST_CASE("a word for a series behind the model makes it one") {
  const auto level = [](const std::string& text) {
    return chip(text, "RX 9070", {{"model", "Radeon RX 9070"}, {"level", "model"}})->level;
  };
  CHECK(level("Die RX 9070-Reihe") == ChipLevel::series);
  CHECK(level("Die RX 9070 Serie startet") == ChipLevel::series);
  CHECK(level("Die RX 9070-Reihenfolge") == ChipLevel::model);
  CHECK(level("Die RX 9070") == ChipLevel::model);
  CHECK(chip("Zen-Reihe", "Zen", {{"name", "Zen"}, {"level", "architecture"}})->level ==
        ChipLevel::architecture);
}
