#pragma once
#include "core/walltime.h"

#include <QDateTime>
#include <QLocale>

namespace glow::app {

/// When a task is due: the date, the zone of its time (empty: wherever one is) and how it repeats.
struct Schedule {
    std::optional<core::WallTime> due;
    QString zone;
    QString rrule;
    bool fromCompletion = false;
    friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// Reads a typed date, a phrase of quick add that repeats ("every last friday at 17:00"), or an RRULE; an
/// empty text is no date. Nothing when it is none of these. The zone is not in the text.
std::optional<Schedule> readSchedule(const QString& text, const QDateTime& now, const QLocale& locale);
/// A text that `readSchedule` reads back to the same.
QString schedulePhrase(const Schedule& schedule, const QDateTime& now, const QLocale& locale);

} // namespace glow::app
