// faktum finds companies, chips, percentages, dates and money in German tech articles.
//
//   auto rules = faktum::RuleSetBuilder().builtin().build();
//   if (!rules) { /* rules.errors() say what and where */ }
//   faktum::Extractor extractor(rules.value());  // one per thread, reused
//   faktum::Document article;
//   article.text = "Nvidia verlor am 30. Juli 193 Milliarden US-Dollar an Wert.";
//   article.published = std::chrono::year{2024} / 8 / 1;
//   for (const faktum::Fact& fact : extractor.extract(article).facts) {
//     fact.span.of(article.text);  // "Nvidia", "30. Juli", "193 Milliarden US-Dollar"
//   }
//
// tests/unit/front_header_test.cpp compiles and runs this. Offsets are UTF-8 bytes; nothing throws
// on bad input; nothing depends on locale, clock or network.
#pragma once

#include "faktum/document.hpp"
#include "faktum/error.hpp"
#include "faktum/extractor.hpp"
#include "faktum/fact.hpp"
#include "faktum/rule_set.hpp"
