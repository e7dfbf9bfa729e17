#pragma once
#include "core/walltime.h"

#include <QLocale>

namespace glow::app {

/// A date as a field of the form shows it: "Today, 17:00", "Tomorrow", "Fri 27 Nov".
QString dateFieldText(const core::WallTime& time, const QDate& today, const QLocale& locale);
/// Reads what `dateFieldText` prints and what people type; nothing when it is no date.
std::optional<core::WallTime> readDateField(const QString& text, const QDateTime& now, const QLocale& locale);

/// "1 h 30 min"; empty for none.
QString estimateText(int minutes);
/// The same of seconds: "under 1 min".
QString durationText(qint64 seconds);
/// Minutes; 0 for an empty text, nothing when it is no duration. A bare number counts minutes.
std::optional<int> readEstimate(const QString& text, const QLocale& locale);

} // namespace glow::app
