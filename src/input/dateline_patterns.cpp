#include "input/dateline_patterns.hpp"

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace faktum::dateline {
namespace {

// The pattern with its shorthands written out: `_` is space of any kind (RE2's \s is ASCII), which
// may be missing; `~` the same, at least one; `<Letter>` a capital and `<letter>` any of Latin
// script, a hundred times smaller than Unicode's; `<weekday>`, `<time>` as named.
std::string expand(std::string_view pattern) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> shorthands = {{
      {"<Letter>", R"([A-Z\x{C0}-\x{DE}])"},
      {"<letter>", R"([A-Za-z\x{C0}-\x{17F}])"},
      {"<weekday>",
       "(?:(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|"
       "M[oO]|D[iI]|M[iI]|D[oO]|F[rR]|S[aA]|S[oO])[.]?,?_)?"},
      {"<time>",
       R"((?:(?:T|,?_(?:um|ab|–|-|/|[|])?_)\d{1,2}[:.]\d{2}(?::\d{2}(?:[.]\d+)?)?)"
       R"((?:Z|[+-]\d{2}:?\d{2})?(?:_(?:Uhr|h\b))?(?:_(?:MESZ|MEZ|CEST|CET|UTC|GMT))?)?)"},
      {"~", R"([\s\x{A0}\x{2007}\x{202F}]+)"},
      {"_", R"([\s\x{A0}\x{2007}\x{202F}]*)"},
  }};
  std::string result(pattern);
  for (const auto& [name, meaning] : shorthands) {
    for (std::size_t at = 0; (at = result.find(name, at)) != std::string::npos;) {
      result.replace(at, name.size(), meaning);
      at += name.starts_with('<') ? 0 : meaning.size();
    }
  }
  return result;
}

struct Pattern : RE2 {
  explicit Pattern(std::string_view pattern) : RE2(expand(pattern), Quiet) {}
};

constexpr std::string_view label =
    R"(_(?i:Stand|Datum|Ver(?:ö|oe)ffentlicht|Ver(?:ö|oe)ffentlichung|)"
    R"(Erschienen|Erstellt|Erscheinungsdatum|Publiziert|Publikationsdatum|Online~seit|)"
    R"((?:(?:Zuletzt|Letzte)~)?Aktualisier(?:t|ung)|Published|Posted|Date|Update|Zeit|)"
    R"(Ver(?:ö|oe)ffentlichungs(?:zeit|datum)|Aktualisierungszeit|Gepostet|Online|Datum~und~Zeit))"
    R"((?:~(?i:am|vom|on|um|seit))?_:?_<weekday>)";

}  // namespace

const RE2& date_pattern() {
  static const Pattern pattern(
      R"((?:(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?|)"
      R"((\d{1,2})(?:[.]_|/|-)(\d{1,2})(?:[.]_|/|-)(\d{4}|\d{2})|)"
      R"((\d{1,2})(?:[.]_|~)(J[aä]n|Feb|M[aä]r|Mrz|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc]))"
      R"((?:uar|uary|ner|ruar|ruary|z|ch|il|i|e|y|ust|t|tember|ober|ember)?[.]?_(\d{4})|)"
      R"((Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[.]?~(\d{1,2}),_(\d{4})))");
  return pattern;
}

const RE2& end_pattern() {
  static const Pattern pattern(R"(<time>_[.)\]]?_(?:$|[|·•]))");
  return pattern;
}

const RE2& head_pattern() {
  static const Pattern pattern(
      R"(<time>_(?:(?:[,|]_)?(?:von|Von|by)~<Letter>|(?:<Letter><letter>+_){1,3}$|//|[»›]|)"
      R"([,(]?_(?:Quelle|Lesezeit|Lesedauer|Leser|Autor|Redaktion|Foto|Kommentare)\b|,_Nr[.]))");
  return pattern;
}

const RE2& end_or_dash_pattern() {
  static const Pattern pattern(R"(<time>_(?:\([^()]{2,40}\)_)?(?:$|[|·•]|(?:--?|–|—|:)(?:~|$)))");
  return pattern;
}

const RE2& full_stop_pattern() {
  static const Pattern pattern("[.](?:~|$)");
  return pattern;
}

const RE2& time_pattern() {
  static const Pattern pattern("<time>_");
  return pattern;
}

const RE2& clock_pattern() {
  static const Pattern pattern(R"((?:T|_)\d{1,2}:\d{2}(?::\d{2})?(?:[^\d:]|$))");
  return pattern;
}

const RE2& bar_pattern() {
  static const Pattern pattern(R"((?:.*[|·•])?_[(\[]?<weekday>)");
  return pattern;
}

const RE2& dash_pattern() {
  static const Pattern pattern(R"(.*~(?:-|–|—)_<weekday>)");
  return pattern;
}

const RE2& label_pattern() {
  static const Pattern pattern(std::string("(?:.*[|·•–(])?").append(label));
  return pattern;
}

const RE2& inner_label_pattern() {
  static const Pattern pattern(R"([^.!?]+~(?:Datum|Stand|Veröffentlicht|Aktualisiert):_<weekday>)");
  return pattern;
}

const RE2& head_label_pattern() {
  static const Pattern pattern(
      R"(_(?:©_|[aA]m~|Quelle:_[^,]{2,40},_|(?:<Letter>(?:<letter>|-)*-)?)"
      R"((?:Artikel|Beitrag|Bericht|Meldung|Nachricht|News|Newsletter|Ausgabe|Kommentar|Kolumne|Analyse|)"
      R"(Interview|Mitteilung|Pressemitteilung|Pressemeldung|Presseinformation)~(?:Nr[.]~\d+~)?vom~)<weekday>)");
  return pattern;
}

const RE2& bracket_pattern() {
  static const Pattern pattern(R"(_[(\[]<weekday>)");
  return pattern;
}

const RE2& closing_pattern() {
  static const Pattern pattern(R"(<time>[)\]])");
  return pattern;
}

const RE2& name_pattern() {
  static const Pattern pattern(R"(_<letter>(?:<letter>|[\d.-])*(?:~(?:<letter>|[\d.-])+){0,3}~)");
  return pattern;
}

const RE2& clock_at_end_pattern() {
  static const Pattern pattern(R"((?:,?_)\d{1,2}[:.]\d{2}(?:_Uhr)?_$)");
  return pattern;
}

const RE2& label_after_comma_pattern() {
  static const Pattern pattern(std::string("[^.,]+,").append(label));
  return pattern;
}

const RE2& byline_pattern() {
  static const Pattern pattern(
      R"(_(?:Von|VON|Text:?|Autor(?:in)?:?|By)~(?:unser<letter>{0,2}~)?<Letter>[^|]+(?:,_|~)(?:am~)?<weekday>)");
  return pattern;
}

}  // namespace faktum::dateline
