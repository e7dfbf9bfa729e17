#include "app/dayclock.h"

#include <QTimeZone>
#include <algorithm>

namespace glow::app {

namespace {

constexpr qint64 longestPause = 20000;
constexpr qint64 shortestPause = 1000;

} // namespace

DayClock::DayClock(core::Clock clock, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_today(m_clock.today())
    , m_zone(QString::fromUtf8(QTimeZone::systemTimeZoneId()))
    , m_offset(m_clock.now().offsetFromUtc())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DayClock::check);
    arm();
}

/// Short pauses also notice a resume and a changed zone, which a timer set for midnight would not.
void DayClock::arm()
{
    const QDateTime now = m_clock.now();
    const qint64 toMidnight = now.msecsTo(now.date().addDays(1).startOfDay());
    m_timer.start(static_cast<int>(std::clamp(toMidnight, shortestPause, longestPause)));
}

void DayClock::check()
{
    arm();
    const QDateTime now = m_clock.now();
    const QString zone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    if (now.date() == m_today && zone == m_zone && now.offsetFromUtc() == m_offset)
        return;
    m_today = now.date();
    m_zone = zone;
    m_offset = now.offsetFromUtc();
    Q_EMIT dayChanged();
}

} // namespace glow::app
