#pragma once
#include "app/reminders/reminderschedule.h"

#include <QCoreApplication>

namespace glow::app {

/// The words of notifications and of the message bar, as plain text.
class ReminderText {
    Q_DECLARE_TR_FUNCTIONS(ReminderText)
public:
    /// The title on one line, without what could disturb its surroundings.
    static QString title(const core::Task& task);
    /// When the task is due; of a missed reminder also when it was.
    static QString details(const Firing& firing, const QDate& today);
    static QString headline(const QList<Firing>& firings); ///< of several: "3 missed reminders"
    static QStringList titles(const QList<Firing>& firings, int most = 5); ///< the last line counts the rest
};

/// Nine o'clock on the day after `now`, UTC.
QDateTime tomorrowMorning(const QDateTime& now);

} // namespace glow::app
