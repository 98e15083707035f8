// Readings -> periods, by the publication date and the tense of the sentence.
#pragma once

#include <optional>

#include "faktum/document.hpp"
#include "values/date_calendar.hpp"
#include "values/date_reading.hpp"
#include "values/tense.hpp"

namespace faktum {

// Whether the calendar has what is read: no 30 February, no 13th month, no fifth quarter.
[[nodiscard]] bool is_possible(const DateReading&);

// Whether what is read (`to` is empty where it is no interval) resolves otherwise in another tense.
// Finding the tense takes longer than all else.
[[nodiscard]] bool depends_on_tense(const DateReading& from, const DateReading& to);

// The period that is meant; nothing where that needs a publication date and there is none.
//
// What recurs every year (30 July, March, the third quarter, summer) or week (Monday, the weekend)
// and names no year is: in a past sentence the latest that began on or before the publication
// date, in a future one the next that ends on or after it, in a present one the nearest (of
// weekdays the next, if that is within five days, and in a report the latest). With an
// offset: 0 the one of the same year (the nearest, for weekdays), -1 the last that is over, 1 the
// next that has not begun. A unit beside a day is the period that holds the nearest (in a future
// sentence the next) such day: "Jahresende" is the year of a 31 December. A weekday beside day and
// month chooses the year in which they agree.
[[nodiscard]] std::optional<Period> resolve(const DateReading&, std::optional<Date> published,
                                            Tense);

// From one period to another: what one side leaves out (the month in "9. bis 12. Januar", the year
// in "Juli bis September 2024") is the other's, or the nearest before or after it.
[[nodiscard]] std::optional<Period> resolve_interval(DateReading from, DateReading to,
                                                     std::optional<Date> published, Tense);

}  // namespace faktum
