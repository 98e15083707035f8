// Rule files: they build and can be used, or each error says where and what.
#include <string>

#include "faktum/faktum.hpp"
#include "promise.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  auto rules = faktum::RuleSetBuilder()
                   .source("mine.toml", std::string(text_of(bytes, size)))
                   .examples(true)
                   .build();
  if (rules) {
    faktum::Document document;
    document.text = "Nvidia verkauft am 3. Mai 2024 die RTX 4090 für 2.329 Euro, 20 % mehr.";
    (void)faktum::Extractor(rules.value()).extract(document);
    return 0;
  }
  promise(!rules.errors().empty(), "there is an error where there are no rules");
  for (const faktum::Error& error : rules.errors()) {
    promise(!error.code.empty() && !error.message.empty(), "errors say something");
    promise(error.place.file == "mine.toml", "errors name the file");
  }
  return 0;
}
