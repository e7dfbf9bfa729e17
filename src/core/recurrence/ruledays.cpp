#include "core/recurrence/ruledays.h"

#include <algorithm>

namespace glow::core {

namespace {

bool isIn(const QList<int>& values, int value)
{
    return values.isEmpty() || values.contains(value);
}

/// Negative values count from the end of `size`.
bool isIn(const QList<int>& values, int value, int size)
{
    return isIn(values, value) || values.contains(value - size - 1);
}

} // namespace

RuleDays::RuleDays(const RecurrenceRule& rule, const QDate& start)
    : m_rule(rule)
    , m_start(start)
    , m_namesDays(!rule.byDay.isEmpty() || !rule.byMonthDay.isEmpty() || !rule.byYearDay.isEmpty() ||
                  !rule.byWeekNumber.isEmpty() || rule.frequency <= Frequency::Daily)
{}

QDate RuleDays::weekOf(const QDate& day) const
{
    return day.addDays(-((day.dayOfWeek() - m_rule.weekStart + 7) % 7));
}

qint64 RuleDays::periodOf(const QDate& day) const
{
    qint64 distance = 0;
    switch (m_rule.frequency) {
    case Frequency::Yearly:
        distance = day.year() - m_start.year();
        break;
    case Frequency::Monthly:
        distance = (day.year() - m_start.year()) * 12 + day.month() - m_start.month();
        break;
    case Frequency::Weekly:
        distance = weekOf(m_start).daysTo(weekOf(day)) / 7;
        break;
    default:
        distance = m_start.daysTo(day);
    }
    return std::max<qint64>(0, (distance + m_rule.interval - 1) / m_rule.interval);
}

QDate RuleDays::firstDay(qint64 period) const
{
    const qint64 distance = period * m_rule.interval;
    switch (m_rule.frequency) {
    case Frequency::Yearly:
        return QDate(static_cast<int>(m_start.year() + distance), 1, 1);
    case Frequency::Monthly:
        return QDate(m_start.year(), m_start.month(), 1).addMonths(static_cast<int>(distance));
    case Frequency::Weekly:
        return weekOf(m_start).addDays(distance * 7);
    default:
        return m_start.addDays(distance);
    }
}

QList<QDate> RuleDays::days(qint64 period) const
{
    const QDate first = firstDay(period);
    const int length = m_rule.frequency == Frequency::Yearly    ? first.daysInYear()
                       : m_rule.frequency == Frequency::Monthly ? first.daysInMonth()
                       : m_rule.frequency == Frequency::Weekly  ? 7
                                                                : 1;
    QList<QDate> days;
    for (int i = 0; i < length; ++i) {
        const QDate day = first.addDays(i);
        // BYSETPOS counts the first week from the start on, as python3-dateutil does.
        if (m_rule.frequency == Frequency::Weekly && day < m_start)
            continue;
        if (isDay(day))
            days.append(day);
    }
    return days;
}

bool RuleDays::isDay(const QDate& day) const
{
    return isIn(m_rule.byMonth, day.month()) && isIn(m_rule.byMonthDay, day.day(), day.daysInMonth()) &&
           isIn(m_rule.byYearDay, day.dayOfYear(), day.daysInYear()) && fitsStart(day) && fitsWeekday(day) &&
           fitsWeekNumber(day);
}

/// A rule that names no days has those of its start.
bool RuleDays::fitsStart(const QDate& day) const
{
    if (m_namesDays)
        return true;
    if (m_rule.frequency == Frequency::Weekly)
        return day.dayOfWeek() == m_start.dayOfWeek();
    const bool anyMonth = m_rule.frequency == Frequency::Monthly || !m_rule.byMonth.isEmpty();
    return day.day() == m_start.day() && (anyMonth || day.month() == m_start.month());
}

bool RuleDays::fitsWeekday(const QDate& day) const
{
    const bool inYear = m_rule.frequency == Frequency::Yearly && m_rule.byMonth.isEmpty();
    const int place = inYear ? day.dayOfYear() : day.day();
    const int size = inYear ? day.daysInYear() : day.daysInMonth();
    return m_rule.byDay.isEmpty() ||
           std::any_of(m_rule.byDay.begin(), m_rule.byDay.end(), [&](const RuleDay& each) {
               if (each.weekday != day.dayOfWeek())
                   return false;
               return each.which == 0 || each.which == (place - 1) / 7 + 1 ||
                      each.which == -((size - place) / 7 + 1);
           });
}

/// The first week of a year has at least four of its days.
bool RuleDays::fitsWeekNumber(const QDate& day) const
{
    if (m_rule.byWeekNumber.isEmpty())
        return true;
    const QDate middle = weekOf(day).addDays(3);
    const int number = (middle.dayOfYear() - 1) / 7 + 1;
    const int weeks = (weekOf(QDate(middle.year(), 12, 28)).addDays(3).dayOfYear() - 1) / 7 + 1;
    // Days that belong to a week of another year are not counted from its end, but for the last week.
    if (middle.year() == day.year())
        return isIn(m_rule.byWeekNumber, number, weeks);
    return m_rule.byWeekNumber.contains(number) || (number == weeks && m_rule.byWeekNumber.contains(-1));
}

} // namespace glow::core
