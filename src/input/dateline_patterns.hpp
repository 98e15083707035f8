// What the line that says when an article was published looks like: the date, what may stand before
// it and what behind it. Each pattern is compiled when the first line asks for it.
#pragma once

#include <re2/re2.h>

namespace faktum::dateline {

// 1 to 3 year, month, day; 4 to 6 day, month, year; 7 to 9 day, name of the month, year; 10 to 12
// the English name of the month, day, year.
[[nodiscard]] const RE2& date_pattern();

// What may follow the date: a time of day, and then the end of its part of the line ...
[[nodiscard]] const RE2& end_pattern();

// ... or an author, a bracket that closes, or another part of the head ...
[[nodiscard]] const RE2& head_pattern();

// ... or a dash before the text.
[[nodiscard]] const RE2& end_or_dash_pattern();

// ... or, behind a place and its comma, the full stop of a sentence of its own.
[[nodiscard]] const RE2& full_stop_pattern();

[[nodiscard]] const RE2& time_pattern();

// Behind a date that begins with the year: a time of day makes it one, whatever follows.
[[nodiscard]] const RE2& clock_pattern();

// What may stand before it: the begin of its part of the line, a dash, a label, an author.
[[nodiscard]] const RE2& bar_pattern();

[[nodiscard]] const RE2& dash_pattern();

[[nodiscard]] const RE2& label_pattern();

// "Autor: Eva Muster Datum: "
[[nodiscard]] const RE2& inner_label_pattern();

// "Pressemitteilung vom ", "Newsletter Nr. 12 vom ", "© ", "Quelle: golem.de, "
[[nodiscard]] const RE2& head_label_pattern();

// "[12.03.2024] Neue Karten"
[[nodiscard]] const RE2& bracket_pattern();

[[nodiscard]] const RE2& closing_pattern();

// "heise online 12.03.2024, 14:32 Uhr": with its time of day at the end of a line that says no
// more.
[[nodiscard]] const RE2& name_pattern();

[[nodiscard]] const RE2& clock_at_end_pattern();

// "Analyse, veröffentlicht am 15. April 2025": in a running sentence the line goes on.
[[nodiscard]] const RE2& label_after_comma_pattern();

[[nodiscard]] const RE2& byline_pattern();

}  // namespace faktum::dateline
