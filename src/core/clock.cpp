#include "core/clock.h"

#include <QTimeZone>

namespace glow::core {

namespace {

QTimeZone zoneNamed(const QString& name)
{
    const QTimeZone zone(name.toUtf8());
    return zone.isValid() ? zone : QTimeZone(QTimeZone::systemTimeZoneId());
}

} // namespace

Clock Clock::fixedAt(const QDateTime& now)
{
    return asking([now] { return now; });
}

Clock Clock::asking(std::function<QDateTime()> now)
{
    Clock clock;
    clock.m_now = std::move(now);
    return clock;
}

QDateTime Clock::now() const
{
    return m_now ? m_now() : QDateTime::currentDateTime();
}

QString Clock::zone()
{
    return QString::fromUtf8(QTimeZone::systemTimeZoneId());
}

WallTime Clock::fromUtc(const WallTime& utc, const QString& zone)
{
    if (!utc.time)
        return utc;
    const QDateTime local = QDateTime(utc.date, *utc.time, Qt::UTC).toTimeZone(zoneNamed(zone));
    return {local.date(), local.time()};
}

WallTime Clock::toUtc(const WallTime& wall, const QString& zone)
{
    if (!wall.time)
        return wall;
    const QTimeZone there = zoneNamed(zone);
    const QDateTime digits(wall.date, *wall.time, Qt::UTC);
    // The offset before a change finds the first of two equal times; in a gap it goes on, to the time after
    // it.
    const auto at = [&digits](int offset) {
        const QDateTime utc = digits.addSecs(-offset);
        return WallTime{utc.date(), utc.time()};
    };
    const WallTime first = at(there.offsetFromUtc(digits.addDays(-1)));
    const WallTime second = at(there.offsetFromUtc(digits.addDays(1)));
    return fromUtc(first, zone) != wall && fromUtc(second, zone) == wall ? second : first;
}

} // namespace glow::core
