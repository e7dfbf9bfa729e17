#pragma once
#include "core/result.h"
#include "core/walltime.h"

#include <QList>

namespace glow::core {

enum class Frequency { Secondly, Minutely, Hourly, Daily, Weekly, Monthly, Yearly };

/// A weekday of a rule: `which` of the month or year (-1: the last, 0: each).
struct RuleDay {
    int which = 0;
    Qt::DayOfWeek weekday = Qt::Monday;
    friend bool operator==(const RuleDay&, const RuleDay&) = default;
};

/// An RRULE of RFC 5545 taken apart. Values are in the order in which they are written. Any thread.
struct RecurrenceRule {
    Frequency frequency = Frequency::Daily;
    int interval = 1;
    QList<RuleDay> byDay;
    QList<int> byMonthDay;
    QList<int> byMonth;
    QList<int> byYearDay;
    QList<int> byWeekNumber;
    QList<int> byHour;
    QList<int> byMinute;
    QList<int> bySecond;
    QList<int> bySetPosition;
    std::optional<WallTime> until; ///< the last moment that counts; a day alone is its first moment
    bool untilUtc = false;         ///< `until` is UTC ("…Z"), not wall clock
    int count = 0;                 ///< 0: no limit
    Qt::DayOfWeek weekStart = Qt::Monday;

    /// With or without "RRULE:". Invalid with a sentence where the text is no rule.
    static Result<RecurrenceRule> fromText(const QString& text);
    QString toText() const; ///< without "RRULE:"
    friend bool operator==(const RecurrenceRule&, const RecurrenceRule&) = default;
};

} // namespace glow::core
