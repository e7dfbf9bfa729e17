#pragma once
#include "core/clock.h"

#include <QObject>
#include <QTimer>

namespace glow::app {

/// Says when "today" or the zone has changed: midnight, resume from sleep, a changed system zone, summer
/// time. GUI thread.
class DayClock : public QObject {
    Q_OBJECT
public:
    explicit DayClock(core::Clock clock, QObject* parent = nullptr);

    QDate today() const { return m_today; }
    QString zone() const { return m_zone; }
    QDateTime now() const { return m_clock.now(); }
    /// Looks now, not at the next beat: the window has come to the front, perhaps after a long sleep.
    void check();

Q_SIGNALS:
    void dayChanged();

private:
    void arm();

    core::Clock m_clock;
    QDate m_today;
    QString m_zone;
    int m_offset; ///< of local time from UTC, in seconds
    QTimer m_timer;
};

} // namespace glow::app
