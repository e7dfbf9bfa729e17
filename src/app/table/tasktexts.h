#pragma once
#include "core/task.h"

#include <QCoreApplication>
#include <QDate>

namespace glow::app {

/// The words of a task's cells and headings, by QLocale's default.
class TaskTexts {
    Q_DECLARE_TR_FUNCTIONS(TaskTexts)
public:
    static QString timeText(const QTime& time);
    static QString dayMonth(const QDate& date,
                            const QDate& today); ///< "20 Nov", with the year when it is another one
    /// "Today", "Yesterday", "Tue 09:30", "30 Nov"; under a heading of its own day only "17:00" or "All day".
    static QString due(const core::WallTime& due, const QDate& today, bool underItsDay);
    /// The whole of it, for tips and screen readers: "Friday, 27 November 2026, 09:00".
    static QString fullDue(const core::WallTime& due);
    static QString since(const QDateTime& then,
                         const QDateTime& now);     ///< "just now", "4 min ago", "yesterday"
    static QString priority(const QString& stored); ///< "High", "—", or the foreign word as it is stored
    static QString priorityHeading(core::Priority priority);
    static QString dayHeading(const QDate& day, const QDate& today);
    static QString overdueHeading();
    static QString noDateHeading();
    static QString inbox();
};

} // namespace glow::app
