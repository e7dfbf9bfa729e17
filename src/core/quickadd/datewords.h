#pragma once
#include "core/reminder.h"

#include <QDateTime>
#include <QLocale>

namespace glow::core {

/// Reads a date field: "tomorrow 9am", "27 nov", "friday", "in 3 days", "2026-12-01T14:30", in English or in
/// the locale's language. The whole text must be a date; a time alone is the next such time. Any thread.
std::optional<WallTime> parseDatePhrase(const QString& text, const QDateTime& now, const QLocale& locale);

/// Reads a reminder: "30 min before", "1 day before", "tomorrow 9:00" (in the morning where no time is
/// given), and the forms of Reminder::fromText. The whole text must be one. Any thread.
std::optional<Reminder> parseReminderPhrase(const QString& text, const QDateTime& now, const QLocale& locale);

/// The short form for a reading: "27 Nov, 09:00", with the year when it is not this one.
QString shortWallTime(const WallTime& time, const QDate& today, const QLocale& locale);

/// Minutes as "PT1H30M"; 0 is empty.
QString isoDuration(int minutes);

} // namespace glow::core
