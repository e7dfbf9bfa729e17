#include "core/recurrence/occurrences.h"

#include "core/recurrence/ruledays.h"

#include <QDateTime>
#include <algorithm>

namespace glow::core {

namespace {

constexpr qint64 day = 86400;
constexpr int horizonYears = 200;
constexpr int mostSteps = 3000000; ///< periods that are looked at before a search ends

/// Seconds on the wall clock since the Julian epoch.
qint64 seconds(const WallTime& time)
{
    const QTime clock = time.time.value_or(QTime(0, 0));
    return time.date.toJulianDay() * day + clock.msecsSinceStartOfDay() / 1000;
}

WallTime wallTime(qint64 moment, bool withTime)
{
    const QDate date = QDate::fromJulianDay(moment / day);
    if (!withTime)
        return {date, std::nullopt};
    return {date, QTime::fromMSecsSinceStartOfDay(static_cast<int>(moment % day) * 1000)};
}

/// The members of one period that BYSETPOS keeps.
QList<qint64> chosen(const QList<qint64>& set, const QList<int>& positions)
{
    if (positions.isEmpty())
        return set;
    QList<qint64> kept;
    for (const int position : positions) {
        const qsizetype index = position > 0 ? position - 1 : set.size() + position;
        if (index >= 0 && index < set.size() && !kept.contains(set.at(index)))
            kept.append(set.at(index));
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

/// Where moments go, oldest first; false: no more are wanted.
class Collector {
public:
    Collector(const RecurrenceRule& rule, const WallTime& start, const WallTime& after, int wanted)
        : m_start(seconds(start))
        , m_after(seconds(after))
        , m_withTime(start.hasTime())
        , m_wanted(wanted)
        , m_left(rule.count > 0 ? rule.count : -1)
        , m_end(seconds({after.date.addYears(horizonYears), std::nullopt}))
    {
        if (rule.until)
            m_end = std::min(m_end, seconds(localUntil(rule)));
    }

    qint64 end() const { return m_end; }
    bool take(qint64 moment)
    {
        if (moment < m_start)
            return true;
        if (moment > m_end || m_left == 0)
            return false;
        if (m_left > 0)
            --m_left;
        const WallTime time = wallTime(moment, m_withTime);
        const bool later = m_withTime ? moment > m_after : moment / day > m_after / day;
        if (later && (m_found.isEmpty() || m_found.constLast() != time))
            m_found.append(time);
        return m_found.size() < m_wanted;
    }
    QList<WallTime> found() const { return m_found; }

private:
    static WallTime localUntil(const RecurrenceRule& rule)
    {
        if (!rule.untilUtc || !rule.until->time)
            return *rule.until;
        const QDateTime local = QDateTime(rule.until->date, *rule.until->time, Qt::UTC).toLocalTime();
        return {local.date(), local.time()};
    }

    qint64 m_start;
    qint64 m_after;
    bool m_withTime;
    int m_wanted;
    int m_left;
    qint64 m_end;
    QList<WallTime> m_found;
};

/// Walks the periods of a rule from the one of a moment on.
class Walk {
public:
    Walk(const RecurrenceRule& rule, const WallTime& start)
        : m_rule(rule)
        , m_days(rule, start.date)
        , m_start(seconds(start))
    {
        static constexpr qint64 units[]{1, 60, 3600};
        m_unit = rule.frequency < Frequency::Daily ? units[static_cast<int>(rule.frequency)] : day;
        m_first = m_start - m_start % m_unit;
        m_step = m_unit * rule.interval;
    }

    void byDays(Collector& into, qint64 from) const
    {
        for (qint64 period = m_days.periodOf(QDate::fromJulianDay(std::max(from, m_start) / day));;
             ++period) {
            const QDate first = m_days.firstDay(period);
            if (!first.isValid() || first.toJulianDay() * day > into.end())
                return;
            QList<qint64> set;
            for (const QDate& date : m_days.days(period))
                set += times(date.toJulianDay() * day);
            if (!take(set, into))
                return;
        }
    }

    /// Days that cannot match are passed over whole: second by second the centuries take too long.
    void byTime(Collector& into, qint64 from) const
    {
        int steps = 0;
        for (qint64 date = std::max(from, m_start) / day; date * day <= into.end(); ++date) {
            if (!m_days.isDay(QDate::fromJulianDay(date)))
                continue;
            // The first period that begins on this day, in step with the first of all.
            const qint64 behind = std::max<qint64>(0, date * day - m_first);
            for (qint64 period = m_first + (behind + m_step - 1) / m_step * m_step; period < (date + 1) * day;
                 period += m_step) {
                if (++steps > mostSteps || !take(times(period), into))
                    return;
            }
        }
    }

private:
    bool take(const QList<qint64>& set, Collector& into) const
    {
        const QList<qint64> moments = chosen(set, m_rule.bySetPosition);
        return std::all_of(moments.begin(), moments.end(),
                           [&into](qint64 moment) { return into.take(moment); });
    }

    /// Values of one part of the time: where the period is longer those that the rule names or the start has,
    /// else the period's own, unless the rule names others.
    QList<int> part(const QList<int>& named, qint64 unit, qint64 period, int modulus) const
    {
        const bool longer = m_unit > unit;
        const auto own = static_cast<int>((longer ? m_start : period) / unit % modulus);
        if (!longer)
            return named.isEmpty() || named.contains(own) ? QList<int>{own} : QList<int>();
        QList<int> values = named.isEmpty() ? QList<int>{own} : named;
        std::sort(values.begin(), values.end());
        return values;
    }

    QList<qint64> times(qint64 period) const
    {
        QList<qint64> set;
        const qint64 midnight = period - period % day;
        for (const int hour : part(m_rule.byHour, 3600, period, 24)) {
            for (const int minute : part(m_rule.byMinute, 60, period, 60)) {
                for (const int second : part(m_rule.bySecond, 1, period, 60))
                    set.append(midnight + hour * 3600 + minute * 60 + second);
            }
        }
        return set;
    }

    const RecurrenceRule& m_rule;
    RuleDays m_days;
    qint64 m_start;
    qint64 m_unit;
    qint64 m_first;
    qint64 m_step;
};

} // namespace

QList<WallTime> occurrences(const RecurrenceRule& rule, const WallTime& start, const WallTime& after,
                            int wanted)
{
    Collector found(rule, start, after, wanted);
    if (wanted < 1)
        return {};
    // A rule with COUNT is counted from its start.
    const Walk walk(rule, start);
    const qint64 from = rule.count > 0 ? 0 : seconds(after);
    if (rule.frequency < Frequency::Daily)
        walk.byTime(found, from);
    else
        walk.byDays(found, from);
    return found.found();
}

bool beginsOnRule(const RecurrenceRule& rule, const WallTime& start)
{
    RecurrenceRule endless = rule;
    endless.count = 0;
    endless.until.reset();
    const WallTime before = wallTime(seconds(start) - (start.hasTime() ? 1 : day), start.hasTime());
    return occurrences(endless, start, before, 1).value(0) == start;
}

} // namespace glow::core
