#include "app/dayclock.h"

#include <QTimeZone>

namespace glow::app {

DayClock::DayClock(core::Clock clock, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_today(m_clock.today())
    , m_zone(QString::fromUtf8(QTimeZone::systemTimeZoneId()))
{
    // A short coarse timer also notices a resume and a changed zone, which a timer set for midnight would
    // not.
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.start(20000);
    connect(&m_timer, &QTimer::timeout, this, &DayClock::check);
}

void DayClock::check()
{
    const QDate today = m_clock.today();
    const QString zone = QString::fromUtf8(QTimeZone::systemTimeZoneId());
    if (today == m_today && zone == m_zone)
        return;
    m_today = today;
    m_zone = zone;
    Q_EMIT dayChanged();
}

} // namespace glow::app
