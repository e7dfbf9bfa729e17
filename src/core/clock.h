#pragma once
#include "core/walltime.h"

#include <QDateTime>
#include <functional>

namespace glow::core {

/// The one source of "now" and "today": nothing asks the server or QDate::currentDate(). The zone is read at
/// each call, so that a changed system zone is seen. Copies share nothing; any thread.
class Clock {
public:
    Clock() = default;
    /// A clock that stands still at this wall-clock time, for --now and tests.
    static Clock fixedAt(const QDateTime& now);
    /// A clock that asks `now`, for tests in which time goes on. Callable from any thread.
    static Clock asking(std::function<QDateTime()> now);

    QDateTime now() const; ///< local time
    QDateTime nowUtc() const { return now().toUTC(); }
    QDate today() const { return now().date(); }
    static QString zone(); ///< IANA name of the local zone

    /// A due date that a workspace keeps in UTC, on the wall clock of a zone (empty or unknown: the local one),
    /// and back. A date without a time is a date everywhere and stays. A time that a zone skips is taken for the
    /// one after the gap; of one that it has twice the first is meant.
    static WallTime fromUtc(const WallTime& utc, const QString& zone = {});
    static WallTime toUtc(const WallTime& wall, const QString& zone = {});

private:
    std::function<QDateTime()> m_now; ///< none: the computer's
};

} // namespace glow::core
