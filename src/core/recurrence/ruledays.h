#pragma once
#include "core/recurrence/recurrencerule.h"

namespace glow::core {

/// The days of a rule by day, week, month or year, one period after another. What the rule does not say
/// follows from its start (RFC 5545, 3.3.10).
class RuleDays {
public:
    RuleDays(const RecurrenceRule& rule, const QDate& start);

    /// The first period of the rule that ends on or after the day, counted from the one of the start.
    qint64 periodOf(const QDate& day) const;
    QDate firstDay(qint64 period) const;    ///< whether it counts or not
    QList<QDate> days(qint64 period) const; ///< in order
    /// Whether a day may be one of a rule by hour, minute or second.
    bool isDay(const QDate& day) const;

private:
    bool fitsWeekday(const QDate& day) const;
    bool fitsWeekNumber(const QDate& day) const;
    bool fitsStart(const QDate& day) const;
    QDate weekOf(const QDate& day) const;

    const RecurrenceRule& m_rule;
    QDate m_start;
    bool m_namesDays; ///< else the day follows from the start
};

} // namespace glow::core
