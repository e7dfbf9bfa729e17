#pragma once
#include "core/reminder.h"

#include <QLocale>

namespace glow::app {

/// A reminder as chips and the field show it: "30 min before", "1 day before", "When due", "Today, 17:00".
QString reminderText(const core::Reminder& reminder, const QDate& today, const QLocale& locale);
/// Reads what `reminderText` prints, what people type ("2 h before", "tomorrow 9:00") and a bare duration,
/// which is before the due time; nothing when it is no reminder.
std::optional<core::Reminder> readReminder(const QString& text, const QDateTime& now, const QLocale& locale);
/// What is offered before anything is typed.
QList<core::Reminder> usualReminders();

} // namespace glow::app
