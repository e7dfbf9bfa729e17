#pragma once
#include <QDateTime>

namespace glow::core {

/// The one source of "now" and "today": nothing asks the server or QDate::currentDate(). The zone is read at each
/// call, so that a changed system zone is seen. Copies share nothing; any thread.
class Clock {
public:
    Clock() = default;
    /// A clock that stands still at this wall-clock time, for --now and tests.
    static Clock fixedAt(const QDateTime& now);

    QDateTime now() const;              ///< local time
    QDateTime nowUtc() const { return now().toUTC(); }
    QDate today() const { return now().date(); }

private:
    QDateTime m_fixed;
};

} // namespace glow::core
