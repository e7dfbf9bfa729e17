#pragma once
#include "core/recurrence/recurrencerule.h"

#include <QLocale>

namespace glow::core {

/// A rule in words: "Every month on the last Friday at 17:00, 5 times". `due` gives what the rule takes from
/// the task: the day and the time. A rule that has no words here is shown as it is written.
QString recurrenceText(const RecurrenceRule& rule, bool fromCompletion, const WallTime& due,
                       const QLocale& locale);
/// The part after "on": "the last Friday", "the 15th", "Friday and Monday"; empty where the rule has none.
QString recurrenceDayText(const RecurrenceRule& rule, const WallTime& due, const QLocale& locale);

/// The same as a line that quick add reads back to the same rule, in the locale's words: "every last friday
/// at 17:00"; the RRULE itself where the grammar has no words for it.
QString recurrencePhrase(const RecurrenceRule& rule, bool fromCompletion, const WallTime& due,
                         const QDateTime& now, const QLocale& locale);

/// The rule of the same kind with the days of another date: "the last Friday" becomes "the second Monday".
RecurrenceRule ruleOn(const RecurrenceRule& rule, const QDate& date);
/// A rule by month on that day; on one that short months lack it is their last.
RecurrenceRule monthlyOn(int day);

} // namespace glow::core
